/** Runs the scenarios of every pack on the whole engine. */
@NullMarked
package org.stepbridge.scenarios;

import org.jspecify.annotations.NullMarked;
