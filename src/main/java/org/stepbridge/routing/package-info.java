/** The beans that the YAML routes call; the only package that knows Camel. */
@NullMarked
package org.stepbridge.routing;

import org.jspecify.annotations.NullMarked;
