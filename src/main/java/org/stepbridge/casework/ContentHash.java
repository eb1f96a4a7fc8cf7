package org.stepbridge.casework;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.Note;
import org.stepbridge.model.PersonId;

/** SHA-256 over what a row says, to tell a repeated row from a changed one (G2). */
public final class ContentHash {
    private static final int ENOUGH_FOR_THE_REST = 400;

    private ContentHash() {}

    /** What a note says, each field with its length before it, so that no two notes can look alike. */
    public static byte[] of(Note note) {
        Child child = note.child();
        FamilyEpisode family = child.family();
        Fields fields = new Fields(note.text().length() + ENOUGH_FOR_THE_REST);
        fields.add(note.noteId());
        fields.add(child.lcs());
        fields.add(child.ehm());
        fields.add(child.nhs());
        fields.add(child.upn());
        fields.add(child.surname());
        fields.add(child.forename());
        fields.add(child.dateOfBirth());
        fields.add(family == null ? null : family.value());
        fields.add(note.type());
        fields.add(note.date());
        fields.add(note.recordedAt());
        fields.add(note.author());
        fields.add(note.authorRole());
        fields.add(note.subject());
        fields.add(note.text());
        fields.add(note.problem());
        return fields.hash();
    }

    /** The hash of this text. */
    public static byte[] of(String content) {
        return Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Fields {
        private static final int NONE = -1;

        private ByteBuffer bytes;

        Fields(int size) {
            bytes = ByteBuffer.allocate(size);
        }

        void add(@Nullable String text) {
            if (text == null) {
                room(Integer.BYTES).putInt(NONE);
            } else {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
            }
        }

        void add(@Nullable PersonId id) {
            add(id == null ? null : id.value());
        }

        void add(@Nullable LocalDate day) {
            if (day == null) {
                room(Integer.BYTES).putInt(NONE);
            } else {
                room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(day.toEpochDay());
            }
        }

        void add(@Nullable Instant time) {
            if (time == null) {
                room(Integer.BYTES).putInt(NONE);
            } else {
                room(2 * Integer.BYTES + Long.BYTES)
                        .putInt(Integer.BYTES + Long.BYTES)
                        .putLong(time.getEpochSecond())
                        .putInt(time.getNano());
            }
        }

        byte[] hash() {
            MessageDigest digest = Sha256.digest();
            digest.update(bytes.array(), 0, bytes.position());
            return digest.digest();
        }

        private ByteBuffer room(int more) {
            if (more > bytes.remaining()) {
                int size = Math.max(2 * bytes.capacity(), bytes.position() + more);
                bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
            }
            return bytes;
        }
    }
}
