package org.stepbridge.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.stepbridge.casework.Sha256;

/**
 * A stretch of the audit, sealed.
 *
 * @param block its number, counted from one
 * @param behind the entry's number behind which it begins
 * @param upto the last number that it covers
 * @param entries of each entry its number in eight bytes and the SHA-256 of what it says, in the order of the numbers
 * @param previous the hash of the block before it; of the first, 32 zeros
 * @param hash SHA-256 over all of that
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record AuditBlock(long block, long behind, long upto, byte[] entries, byte[] previous, byte[] hash) {
    static final int HASH = 32;
    /** How many bytes one entry takes up. */
    static final int ENTRY = Long.BYTES + HASH;

    private static final AuditBlock NONE =
            new AuditBlock(0, Long.MIN_VALUE, Long.MIN_VALUE, new byte[0], new byte[0], new byte[HASH]);

    /** What stands before the first block. */
    static AuditBlock none() {
        return NONE;
    }

    /** The block behind this one with these entries, which covers the numbers up to this one. */
    AuditBlock next(long last, List<AuditEntry> sealed) {
        ByteBuffer bytes = ByteBuffer.allocate(sealed.size() * ENTRY);
        sealed.forEach(entry -> bytes.putLong(entry.id()).put(entry.hash()));
        return new AuditBlock(
                block + 1, upto, last, bytes.array(), hash, hash(block + 1, upto, last, bytes.array(), hash));
    }

    /** Whether it is as it was made, and made to stand behind that one. */
    boolean follows(AuditBlock before) {
        return block == before.block + 1
                && behind == before.upto
                && Arrays.equals(previous, before.hash)
                && Arrays.equals(hash, hash(block, behind, upto, entries, previous));
    }

    private static byte[] hash(long block, long behind, long upto, byte[] entries, byte[] previous) {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(block)
                .putLong(behind)
                .putLong(upto)
                .array());
        digest.update(previous);
        return digest.digest(entries);
    }
}
