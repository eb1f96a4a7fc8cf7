package org.stepbridge.casework;

import java.util.Set;

/**
 * What a message template of a pack may name. Templates are Mustache, an empty text counting as absent; those named
 * {@code .html} are escaped. A notice starts with a line {@code Subject: …} and an empty line.
 */
public final class TemplateFields {

    /** Everywhere. None is personal data of the child. */
    public static final Set<String> COMMON = Set.of(
            "reference",
            "sourceId",
            "authorityTitle",
            "typeTitle",
            "requestedAt",
            "returnedAt",
            "sentence",
            "clause",
            "reason",
            "reasons",
            "flags",
            "text",
            "workerName",
            "teamManager",
            "agreementLine",
            "urgent",
            "mayRepeat");

    /** In a notice of a clock besides: which one, when it is or was due, what the protocol asks now. */
    public static final Set<String> CLOCK = Set.of("clockTitle", "clockClause", "dueAt", "telling", "tellingClause");

    /** In a notice of something that happened besides: what, and what whoever recorded it said. */
    public static final Set<String> EVENT = Set.of("eventTitle", "eventClause", "eventReason", "happenedAt");

    /**
     * In a notice of what has stood still for too long: how many things, a line for each, and who is told now. It is about no
     * one request, so of the names that may stand everywhere it has only the authority's title.
     */
    public static final Set<String> STANDSTILL = Set.of("telling", "count", "standing");

    /** In the email to MASH only: the child's particulars, and whether a program reads the replies. */
    public static final Set<String> REFERRAL = Set.of("facts", "label", "value", "repliesRead");

    /** In a subject line, which everybody on the way can read. */
    public static final Set<String> SUBJECT = Set.of(
            "reference", "typeTitle", "authorityTitle", "urgent", "mayRepeat", "clockTitle", "eventTitle", "count");

    private TemplateFields() {}
}
