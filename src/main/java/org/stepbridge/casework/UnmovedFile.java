package org.stepbridge.casework;

/**
 * A file that was read whole and of which nobody has noted that it left its inbox.
 *
 * @param fileId the number of its entry
 * @param name its name in the inbox
 */
public record UnmovedFile(long fileId, String name) {}
