package org.stepbridge.protocol;

/**
 * Something people should see to on an accepted request, which they tick off.
 *
 * @param id its name
 * @param clause the clause that asks for it
 * @param when the requests that it is asked of
 * @param text what to do, in one sentence without personal data
 */
public record ChecklistItem(String id, String clause, Condition when, String text) {}
