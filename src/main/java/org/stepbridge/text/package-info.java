/** Reads what a note says of an agreement, with the analysis and interval queries of Apache Lucene. */
@NullMarked
package org.stepbridge.text;

import org.jspecify.annotations.NullMarked;
