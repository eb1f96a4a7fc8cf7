package org.stepbridge.architecture.planted.operations.one;

import org.stepbridge.architecture.planted.operations.two.Two;

/** Half of a cycle within one line of the table. */
public class One {
    Class<?> other = Two.class;
}
