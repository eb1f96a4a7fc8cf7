package org.stepbridge.casework;

/** Somebody else was faster: nothing of a call was kept, and the same call may be made again. */
public final class LostRaceException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param problem what happened, without personal data */
    public LostRaceException(String problem) {
        super(problem);
    }
}
