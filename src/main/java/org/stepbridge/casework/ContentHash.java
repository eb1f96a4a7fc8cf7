package org.stepbridge.casework;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.Note;
import org.stepbridge.model.PersonId;

/** SHA-256 over what a row says, to tell a repeated row from a changed one (G2). */
public final class ContentHash {
    private ContentHash() {}

    /** What a note says, each field with its length before it, so that no two notes can look alike. */
    public static byte[] of(Note note) {
        Child child = note.child();
        FamilyEpisode family = child.family();
        Fields fields = new Fields();
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

        private final MessageDigest digest = Sha256.digest();

        void add(@Nullable String text) {
            add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }

        void add(@Nullable PersonId id) {
            add(id == null ? null : id.value());
        }

        void add(@Nullable LocalDate day) {
            add(
                    day == null
                            ? null
                            : ByteBuffer.allocate(Long.BYTES)
                                    .putLong(day.toEpochDay())
                                    .array());
        }

        void add(@Nullable Instant time) {
            add(
                    time == null
                            ? null
                            : ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                                    .putLong(time.getEpochSecond())
                                    .putInt(time.getNano())
                                    .array());
        }

        private void add(byte @Nullable [] field) {
            int length = field == null ? NONE : field.length;
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
            if (field != null) {
                digest.update(field);
            }
        }

        byte[] hash() {
            return digest.digest();
        }
    }
}
