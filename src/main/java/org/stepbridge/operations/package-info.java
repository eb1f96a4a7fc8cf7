/** Runs the program: what it needs around it to serve on one machine. */
@NullMarked
package org.stepbridge.operations;

import org.jspecify.annotations.NullMarked;
