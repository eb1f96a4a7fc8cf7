/** What the operator sets, checked before anything starts. */
@NullMarked
package org.stepbridge.operations.settings;

import org.jspecify.annotations.NullMarked;
