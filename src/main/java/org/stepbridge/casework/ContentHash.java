package org.stepbridge.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;
import org.stepbridge.model.PersonId;

/** SHA-256 over what a row says, to tell a repeated row from a changed one (G2). */
public final class ContentHash {
    private ContentHash() {}

    /** What a note says, each field with its length before it, so that no two notes can look alike. */
    public static byte[] of(Note note) {
        Child child = note.child();
        MessageDigest digest = Sha256.digest();
        for (Object field : new @Nullable Object[] {
            note.noteId(),
            child.lcs(),
            child.ehm(),
            child.nhs(),
            child.upn(),
            child.surname(),
            child.forename(),
            child.dateOfBirth(),
            note.type(),
            note.date(),
            note.recordedAt(),
            note.author(),
            note.authorRole(),
            note.subject(),
            note.text(),
            note.problem()
        }) {
            String text = field instanceof PersonId id ? id.value() : String.valueOf(field);
            byte[] value = field == null ? null : text.getBytes(StandardCharsets.UTF_8);
            digest.update(((value == null ? -1 : value.length) + ":").getBytes(StandardCharsets.US_ASCII));
            if (value != null) {
                digest.update(value);
            }
        }
        return digest.digest();
    }

    /** The hash of this text. */
    public static byte[] of(String content) {
        return Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8));
    }
}
