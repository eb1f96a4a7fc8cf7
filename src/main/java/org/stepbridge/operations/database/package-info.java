/** The PostgreSQL that one machine runs for itself when no outside one is set. */
@NullMarked
package org.stepbridge.operations.database;

import org.jspecify.annotations.NullMarked;
