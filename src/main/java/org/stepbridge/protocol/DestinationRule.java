package org.stepbridge.protocol;

/**
 * One line of a request type's destinations; the first whose condition holds is taken.
 *
 * @param clause the clause that sends it there
 * @param when its condition
 * @param to where it goes
 * @param text the verdict sentence for people
 */
public record DestinationRule(String clause, Condition when, Destination to, String text) {}
