/** Fixtures that tests share. */
@NullMarked
package org.stepbridge.testing;

import org.jspecify.annotations.NullMarked;
