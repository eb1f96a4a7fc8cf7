/** The pages that people open in a browser. */
@NullMarked
package org.stepbridge.web;

import org.jspecify.annotations.NullMarked;
