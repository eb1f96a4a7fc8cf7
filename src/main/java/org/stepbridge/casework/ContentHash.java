package org.stepbridge.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;
import org.stepbridge.model.PersonId;

/** SHA-256 over what a row says, to tell a repeated row from a changed one (G2). */
public final class ContentHash {
    private static final int ENOUGH_FOR_THE_REST = 400;

    private ContentHash() {}

    /** What a note says, each field with its length before it, so that no two notes can look alike. */
    public static byte[] of(Note note) {
        Child child = note.child();
        Instant recorded = note.recordedAt();
        StringBuilder all = new StringBuilder(note.text().length() + ENOUGH_FOR_THE_REST);
        for (Object field : new @Nullable Object[] {
            note.noteId(),
            child.lcs(),
            child.ehm(),
            child.nhs(),
            child.upn(),
            child.surname(),
            child.forename(),
            child.dateOfBirth(),
            child.family() == null ? null : child.family().value(),
            note.type(),
            note.date(),
            // its text would take longer than all the rest
            recorded == null ? null : recorded.getEpochSecond() + "." + recorded.getNano(),
            note.author(),
            note.authorRole(),
            note.subject(),
            note.text(),
            note.problem()
        }) {
            String text = field instanceof PersonId id ? id.value() : String.valueOf(field);
            all.append(field == null ? -1 : text.length()).append(':');
            if (field != null) {
                all.append(text);
            }
        }
        return of(all.toString());
    }

    /** The hash of this text. */
    public static byte[] of(String content) {
        return Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8));
    }
}
