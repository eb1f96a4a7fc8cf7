package org.stepbridge.model;

/**
 * Something people should know that never blocks.
 *
 * @param code its name in the pack, such as {@code vague-request}
 * @param clause the clause it comes from, empty for the engine's own
 * @param text one plain sentence without personal data
 */
public record Flag(String code, String clause, String text) {}
