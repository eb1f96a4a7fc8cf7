/** The words of the field as values: request, child, note, verdict, decision, delivery, clock. */
@NullMarked
package org.stepbridge.model;

import org.jspecify.annotations.NullMarked;
