/** The message broker, embedded and persistent unless an outside one is set. */
@NullMarked
package org.stepbridge.operations.broker;

import org.jspecify.annotations.NullMarked;
