/** The commands of the command line. */
@NullMarked
package org.stepbridge.operations.command;

import org.jspecify.annotations.NullMarked;
