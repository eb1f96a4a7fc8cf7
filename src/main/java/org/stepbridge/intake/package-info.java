/** Turns export files into requests and notes, with a report of the rows it could not read. */
@NullMarked
package org.stepbridge.intake;

import org.jspecify.annotations.NullMarked;
