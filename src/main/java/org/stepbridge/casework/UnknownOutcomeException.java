package org.stepbridge.casework;

/** A delivery was handed over and the answer never came: it may or may not have arrived. */
public final class UnknownOutcomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param problem what happened, without personal data
     * @param cause likewise
     */
    public UnknownOutcomeException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
