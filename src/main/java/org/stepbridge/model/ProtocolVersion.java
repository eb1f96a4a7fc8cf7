package org.stepbridge.model;

/**
 * Which protocol decided: kept with every decision.
 *
 * @param version the pack's own version, such as {@code 2021.1}
 * @param contentHash SHA-256 over the pack's files, in hexadecimal
 */
public record ProtocolVersion(String version, String contentHash) {}
