package org.stepbridge.routing;

import org.apache.camel.CamelContext;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Pack;

/** Brings into its inbox what a feed has elsewhere. */
interface Arrivals {

    /** Whether this feed's exports are brought by it. */
    boolean brings(Feed feed);

    /** Makes the route that does. */
    void add(CamelContext context, Pack pack, Feed feed);

    /** Whether it has looked everywhere since the start, and nothing is on its way to an inbox. */
    boolean idle();
}
