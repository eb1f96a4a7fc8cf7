package org.stepbridge.routing;

/** Parcels have arrived and the outbox could not be told. */
final class NotReportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReportedException(int count, Throwable cause) {
        super(count + " deliveries arrived and could not be recorded as delivered", cause);
    }
}
