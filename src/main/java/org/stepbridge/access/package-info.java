/** Who may see and do what: logins, the rights of each role, and the guards before every page. */
@NullMarked
package org.stepbridge.access;

import org.jspecify.annotations.NullMarked;
