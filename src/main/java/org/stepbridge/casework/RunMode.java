package org.stepbridge.casework;

/**
 * Whether this is real, which every page says.
 *
 * @param live whether children's requests are really served; a trial otherwise
 * @param mailReachesNobody whether mail ends in the embedded catcher
 */
public record RunMode(boolean live, boolean mailReachesNobody) {}
