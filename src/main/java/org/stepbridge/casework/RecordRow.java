package org.stepbridge.casework;

import org.stepbridge.model.CaseRecord;

/**
 * A good row of a feed of records.
 *
 * @param row its number in the file as a spreadsheet shows it
 * @param record what it says
 */
public record RecordRow(long row, CaseRecord record) {}
