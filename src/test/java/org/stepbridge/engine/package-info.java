/** The whole program, run as a process against real servers. */
@NullMarked
package org.stepbridge.engine;

import org.jspecify.annotations.NullMarked;
