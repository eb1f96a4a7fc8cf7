package org.stepbridge.protocol;

import java.time.Duration;
import java.time.Period;

/** A length of time as protocols give it. */
public sealed interface Within {
    /** So many working days; due at the end of the last one. */
    record WorkingDays(int days) implements Within {}

    /** So many calendar weeks, months or days; due at the end of the last day. */
    record CalendarTime(Period period) implements Within {}

    /** So many hours on the clock. */
    record Elapsed(Duration duration) implements Within {}

    /**
     * Up to a birthday of the child, or so long before it; due as the day begins.
     *
     * @param years how old the child becomes
     */
    record Birthday(int years, Period before) implements Within {}

    /**
     * Up to a day that the request names, or so long before it; due at the end of that day.
     *
     * @param field the request's field with the day
     */
    record Day(String field, Period before) implements Within {}
}
