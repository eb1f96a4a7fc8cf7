package org.stepbridge.protocol;

import java.time.Instant;
import java.time.ZoneId;
import org.stepbridge.model.Request;

/**
 * What a condition may look at.
 *
 * @param request the request
 * @param now the time of the decision
 * @param zone the authority's time zone
 */
public record Facts(Request request, Instant now, ZoneId zone) {}
