/** Reads {@code mappings/<authority>/} into a protocol and its feeds, refusing a bad pack with the line. */
@NullMarked
package org.stepbridge.packs;

import org.jspecify.annotations.NullMarked;
