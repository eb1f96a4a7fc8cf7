package org.stepbridge.intake;

import java.util.Set;

/** The canonical fields that the engine knows by name. A mapping may have any others: they become details. */
final class Field {
    static final String SOURCE_ID = "sourceId";
    static final String TYPE = "type";
    static final String TYPE_AS_EXPORTED = "typeAsExported";
    static final String LOCALITY = "locality";
    static final String REQUESTED_AT = "requestedAt";

    static final String LCS_ID = "lcsPersonId";
    static final String EHM_ID = "ehmPersonId";
    static final String NHS_NUMBER = "nhsNumber";
    static final String UPN = "upn";
    static final String INTO_LCS_ID = "intoLcsPersonId";
    static final String INTO_EHM_ID = "intoEhmPersonId";
    static final String MERGED_ON = "mergedOn";
    static final String SURNAME = "surname";
    static final String FORENAME = "forename";
    static final String DATE_OF_BIRTH = "dateOfBirth";
    static final String FAMILY_EPISODE = "familyEpisodeId";

    static final String RECORD_ID = "recordId";
    static final String SYSTEM = "system";
    static final String RECORD_TYPE = "recordType";
    static final String HAPPENED_AT = "happenedAt";

    static final String NOTE_ID = "noteId";
    static final String NOTE_TYPE = "noteType";
    static final String NOTE_DATE = "noteDate";
    static final String RECORDED_AT = "recordedAt";
    static final String AUTHOR = "author";
    static final String AUTHOR_ROLE = "authorRole";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";

    /** Those that spreadsheets take for numbers and spoil. */
    static final Set<String> IDENTIFIERS = Set.of(
            SOURCE_ID, LCS_ID, EHM_ID, NHS_NUMBER, UPN, NOTE_ID, RECORD_ID, INTO_LCS_ID, INTO_EHM_ID, FAMILY_EPISODE);

    /** Those of a request that have a place of their own. */
    static final Set<String> OF_REQUEST = Set.of(
            SOURCE_ID,
            TYPE,
            LOCALITY,
            REQUESTED_AT,
            LCS_ID,
            EHM_ID,
            NHS_NUMBER,
            UPN,
            SURNAME,
            FORENAME,
            DATE_OF_BIRTH,
            FAMILY_EPISODE);

    private static final Set<String> NAMES =
            Set.of(SURNAME, FORENAME, TYPE, LOCALITY, NOTE_TYPE, RECORD_TYPE, AUTHOR, AUTHOR_ROLE);

    /** How many characters this field may have: what people are found by has an index, and an index has limits. */
    static int limit(String field) {
        return IDENTIFIERS.contains(field) ? 100 : NAMES.contains(field) ? 500 : Integer.MAX_VALUE;
    }

    private Field() {}
}
