package org.stepbridge.text;

/**
 * How likely the second reader finds it that a note is evidence and that it is none; what is left is how likely it is that
 * only a person can settle it.
 *
 * @param agreed from 0 to 1
 * @param notAgreed from 0 to 1
 */
record Opinion(double agreed, double notAgreed) {}
