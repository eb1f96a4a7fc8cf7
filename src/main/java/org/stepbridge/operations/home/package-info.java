/** The folder under which the embedded servers keep what they know, closed to others and to a second process. */
@NullMarked
package org.stepbridge.operations.home;

import org.jspecify.annotations.NullMarked;
