package org.stepbridge.casework;

/**
 * How far a file has been read: its rows = accepted + repeated + rejected (G6).
 *
 * @param fileId its entry in the ledger
 * @param rowsDone data rows that are committed, counted from the first; reading goes on behind them
 * @param accepted rows that changed something
 * @param repeated rows that equal the latest version of what they name
 * @param rejected rows that could not be read, each in the report
 * @param allRead whether every row is committed and only the file itself is left to move
 */
public record FileProgress(long fileId, long rowsDone, long accepted, long repeated, long rejected, boolean allRead) {}
