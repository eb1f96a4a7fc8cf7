package org.stepbridge.engine;

/** A named moment at which the program can be killed. */
interface Trap {

    /** What the moment is called. */
    String name();

    /** Kills this process when it comes to the moment for the {@code time}th time. */
    void set(int time, Process process);

    /** Takes that order back. */
    void spare();

    /** Whether the process that was killed had really got no further than that moment. */
    boolean inTime();
}
