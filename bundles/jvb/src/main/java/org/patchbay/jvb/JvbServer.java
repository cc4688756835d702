package org.patchbay.jvb;

import java.util.List;
import org.patchbay.api.Network;

/**
 * A Jitsi Videobridge that root set up. Immutable.
 *
 * @param name kebab-case, unique among all media servers
 * @param url where its private REST interface is
 * @param region where it stands; empty when nobody said
 * @param capacity the most participants at a time; 0 for as many as it takes
 * @param networks from where people belong to its region, as in {@link Network#text}
 * @param enabled whether meetings may be put there
 */
public record JvbServer(
        String id,
        String name,
        String url,
        String region,
        int capacity,
        List<String> networks,
        boolean enabled,
        long version) {

    public JvbServer {
        networks = List.copyOf(networks);
    }

    /** The same networks, to compare with. */
    List<Network> blocks() {
        return networks.stream().map(Network::of).toList();
    }
}
