package org.stepbridge.web;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a pushed request looks like to who reads the description of the API; nothing is read into it, since which fields there
 * are and must be is the authority's pack's to say.
 */
@Schema(
        description =
                "A request in the canonical shape. The authority's mapping of the source says which other fields there"
                        + " may be, such as workRequired or concerns, which must be there and which codes they take; days and times"
                        + " are in ISO 8601.",
        requiredProperties = {"source", "sourceId"},
        additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
record ApiPushed(
        @Schema(
                description = "The system it was raised in.",
                allowableValues = {"LCS", "EHM"})
        String source,

        @Schema(description = "Its number there: the same again is a new version of the same request.")
        String sourceId,

        @Schema(description = "Such as Co-working, in the codes of the mapping; fixed where a source knows one only.")
        String type,

        String locality,

        @Schema(description = "With offset, or else in the authority's own time.", example = "2026-11-16T09:20:00Z")
        String requestedAt,

        PushedChild child) {

    /** The child; at least one number, or name and date of birth, must be there. */
    record PushedChild(
            String lcsPersonId,
            String ehmPersonId,
            String nhsNumber,
            String upn,
            String surname,
            String forename,
            @Schema(format = "date") String dateOfBirth) {}
}
