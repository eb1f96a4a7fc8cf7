package org.stepbridge.operations.mail;

import java.nio.file.Path;

/**
 * One caught message.
 *
 * @param id day and name, as {@code 20261121/101500000-42-000001}; names nobody
 * @param file the whole message as it was received, after the envelope's headers
 */
public record CaughtMail(String id, Path file) {}
