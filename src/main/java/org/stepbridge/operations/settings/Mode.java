package org.stepbridge.operations.settings;

/**
 * What every page, the start and health say about whether this is real.
 *
 * @param live whether children's requests are really served
 * @param mailCaught whether mail goes to the embedded catcher, so to nobody
 */
public record Mode(boolean live, boolean mailCaught) {

    /** For templates: {@code @mode.trial}. */
    public boolean isTrial() {
        return !live;
    }

    /** For templates: {@code @mode.mailReachesNobody}. */
    public boolean isMailReachesNobody() {
        return mailCaught;
    }

    /** "trial", "trial, mail reaches nobody" or "live". */
    public String getSentence() {
        return (live ? "live" : "trial") + (mailCaught ? ", mail reaches nobody" : "");
    }
}
