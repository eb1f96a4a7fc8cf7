/** Measures the program against a bare floor on the same synthetic exports, and checks both against the truth. */
@NullMarked
package org.stepbridge.bench;

import org.jspecify.annotations.NullMarked;
