package org.patchbay.api.phonemedia;

/**
 * How much goes through phone media; counters count from its start. Immutable.
 *
 * @param capacity the most ports there may be
 * @param refused packets that belonged to nobody, came from elsewhere or were too many
 */
public record MediaLoad(int ports, int capacity, long received, long sent, long refused) {}
