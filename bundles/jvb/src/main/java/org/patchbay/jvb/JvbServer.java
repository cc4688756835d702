package org.patchbay.jvb;

/**
 * A Jitsi Videobridge that root set up. Immutable.
 *
 * @param name kebab-case, unique among all media servers
 * @param url where its private REST interface is
 * @param region where it stands; empty when nobody said
 * @param capacity the most participants at a time; 0 for as many as it takes
 * @param enabled whether meetings may be put there
 */
public record JvbServer(
        String id, String name, String url, String region, int capacity, boolean enabled, long version) {}
