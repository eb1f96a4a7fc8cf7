/** Decides whether the notes evidence the discussion a request needs, and explains it. */
@NullMarked
package org.stepbridge.evidence;

import org.jspecify.annotations.NullMarked;
