package org.stepbridge.routing;

import org.jspecify.annotations.Nullable;

/** Says what went wrong, for logs and for people, without personal data. */
final class Problem {
    private static final String OURS = "org.stepbridge.";

    private Problem() {}

    /**
     * Our own words where we raised it; else only the kinds of failure, outermost and deepest: another's text may quote
     * an address or a cell.
     */
    static String of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = next(each)) {
            if (isOurs(each)) {
                return String.valueOf(each.getMessage());
            }
        }
        Throwable deepest = thrown;
        for (Throwable each = thrown; each != null; each = next(each)) {
            deepest = each;
        }
        String first = thrown.getClass().getSimpleName();
        String last = deepest.getClass().getSimpleName();
        return first.equals(last) ? first : first + " by " + last;
    }

    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        Throwable cause = next(thrown);
        // an exception that only wraps another has that one's words
        return thrown.getMessage() != null
                && (cause == null || !thrown.getMessage().equals(cause.toString()))
                && trace.length > 0
                && trace[0].getClassName().startsWith(OURS);
    }

    /** Its cause; an exception that overrides {@code getCause} may name itself. */
    @SuppressWarnings("ReferenceEquality")
    private static @Nullable Throwable next(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == thrown ? null : cause;
    }
}
