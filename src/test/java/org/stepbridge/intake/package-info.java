/** Tests of reading export files, with a ledger that records what it is handed. */
@NullMarked
package org.stepbridge.intake;

import org.jspecify.annotations.NullMarked;
