package org.stepbridge.architecture.planted.operations.two;

import org.stepbridge.architecture.planted.operations.one.One;

/** The other half. */
public class Two {
    Class<?> other = One.class;
}
