package org.stepbridge.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The entries of the audit as a block sealed them. */
final class SealedEntries {
    private final ByteBuffer sealed;

    SealedEntries(byte[] entries) {
        sealed = ByteBuffer.wrap(entries).asReadOnlyBuffer();
    }

    int count() {
        return sealed.limit() / AuditBlock.ENTRY;
    }

    private long id(int place) {
        return sealed.getLong(place * AuditBlock.ENTRY);
    }

    private byte[] hash(int place) {
        byte[] hash = new byte[AuditBlock.HASH];
        sealed.get(place * AuditBlock.ENTRY + Long.BYTES, hash);
        return hash;
    }

    /** The first entry that is not as it was sealed, in words; empty when all of these, in order of number, are. */
    String broken(List<AuditEntry> found) {
        int place = 0;
        for (AuditEntry entry : found) {
            if (place == count() || entry.id() < id(place)) {
                return "Entry " + entry.id() + " was put in after its place had been sealed.";
            }
            if (entry.id() > id(place)) {
                return "Entry " + id(place) + " was removed.";
            }
            if (!Arrays.equals(entry.hash(), hash(place))) {
                return "Entry " + entry.id() + " was changed.";
            }
            place++;
        }
        return place < count() ? "Entry " + id(place) + " was removed." : "";
    }
}
