/** Where mail leaves: the council's relay, or a catcher from which it reaches nobody. */
@NullMarked
package org.stepbridge.operations.mail;

import org.jspecify.annotations.NullMarked;
