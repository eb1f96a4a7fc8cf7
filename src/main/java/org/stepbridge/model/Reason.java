package org.stepbridge.model;

/**
 * Why a request was decided as it was.
 *
 * @param code its name in the pack, such as {@code evidence-of-discussion-required}
 * @param clause the clause of the authority's protocol, such as {@code SHI-2}
 * @param text one plain sentence without personal data
 */
public record Reason(String code, String clause, String text) {}
