/** Puts the parts together into one program. */
@NullMarked
package org.stepbridge;

import org.jspecify.annotations.NullMarked;
