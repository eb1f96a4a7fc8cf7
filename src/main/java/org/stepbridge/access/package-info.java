/** Who may see and do what: until logins exist, only somebody at the machine itself may look. */
@NullMarked
package org.stepbridge.access;

import org.jspecify.annotations.NullMarked;
