/** The use cases and every port they need: receive, check, decide, deliver, remind. */
@NullMarked
package org.stepbridge.casework;

import org.jspecify.annotations.NullMarked;
