package org.stepbridge.casework;

/** Clocks that run on requests. Every call is one transaction. */
@FunctionalInterface
public interface Deadlines {

    /**
     * Tells people of up to {@code most} clocks of which it is time to tell: a reminder, that they are overdue, the next
     * rung of a ladder. What is sent commits with the note that it was told, so that nobody is told twice; nodes that do
     * this at once take different clocks.
     *
     * @return how many clocks were looked at; 0 when there is nothing left to tell now
     */
    int tick(int most);
}
