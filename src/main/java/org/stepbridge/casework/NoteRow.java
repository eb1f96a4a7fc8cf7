package org.stepbridge.casework;

import org.stepbridge.model.Note;

/**
 * A good row of a feed of notes.
 *
 * @param row its number in the file as a spreadsheet shows it
 * @param note what it says
 */
public record NoteRow(long row, Note note) {}
