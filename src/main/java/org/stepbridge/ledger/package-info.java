/** Keeps everything durable in SQL: requests, notes, decisions, outbox, clocks, audit. */
@NullMarked
package org.stepbridge.ledger;

import org.jspecify.annotations.NullMarked;
