package org.stepbridge.model;

/**
 * Something a person must do, opened by a decision.
 *
 * @param kind its name, such as {@code phone-mash} or {@code return-on-liquidlogic}; one open task of a kind a request
 * @param clause the clause that asks for it
 * @param text what to do, in one sentence without personal data
 * @param urgent whether it is pinned on every page until done
 */
public record TaskStart(String kind, String clause, String text, boolean urgent) {}
