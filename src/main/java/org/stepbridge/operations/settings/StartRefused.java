package org.stepbridge.operations.settings;

/** The program will not start like this; the message is one line that says why and what to do. */
public class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The one line. */
    public StartRefused(String message) {
        super(message);
    }

    /** The one line, with what lies behind it for a debugger. */
    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
