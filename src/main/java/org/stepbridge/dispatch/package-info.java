/** Composes what leaves the engine and hands mail to the mail server over connections that it keeps. */
@NullMarked
package org.stepbridge.dispatch;

import org.jspecify.annotations.NullMarked;
