/** One authority's rules as values: checks, evidence, destinations, clocks, escalation. */
@NullMarked
package org.stepbridge.protocol;

import org.jspecify.annotations.NullMarked;
