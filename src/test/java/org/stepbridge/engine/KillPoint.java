package org.stepbridge.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The moments at which a kill costs most, named by what the program says to a server: either the server never hears it, or
 * the program never hears that the server has done it.
 */
enum KillPoint {
    BEFORE_COMMIT(Wire.DATABASE, "COMMIT", StandardCharsets.US_ASCII, false),
    AFTER_COMMIT(Wire.DATABASE, "COMMIT", StandardCharsets.US_ASCII, true),
    BEFORE_MAIL(Wire.MAIL, "\r\n.\r\n", StandardCharsets.US_ASCII, false),
    AFTER_MAIL(Wire.MAIL, "\r\n.\r\n", StandardCharsets.US_ASCII, true),
    BEFORE_HUB(Wire.BROKER, "_AMQ_DUPL_ID", StandardCharsets.UTF_16LE, false),
    AFTER_HUB(Wire.BROKER, "_AMQ_DUPL_ID", StandardCharsets.UTF_16LE, true);

    /** What the program is connected by. */
    enum Wire {
        DATABASE,
        BROKER,
        MAIL
    }

    final Wire wire;
    /** Whether the server still hears it. */
    final boolean heard;

    /** A character for each byte. */
    private final String said;

    KillPoint(Wire wire, String said, Charset charset, boolean heard) {
        this.wire = wire;
        this.said = new String(said.getBytes(charset), StandardCharsets.ISO_8859_1);
        this.heard = heard;
    }

    /** Whether these bytes, on their way to the server, are the moment. */
    boolean isIn(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(said);
    }
}
