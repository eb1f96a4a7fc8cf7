package org.stepbridge.casework;

import org.stepbridge.model.Note;

/**
 * A good row of a feed of notes.
 *
 * @param row its number in the file as a spreadsheet shows it
 * @param note what it says
 * @param hash its content hash; here, so that whoever reads the file computes it while the ledger takes other rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NoteRow(long row, Note note, byte[] hash) {

    /** With the hash of what it says. */
    public NoteRow(long row, Note note) {
        this(row, note, ContentHash.of(note));
    }
}
