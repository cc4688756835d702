package org.patchbay.spi.media;

import java.util.List;

/**
 * The client's side of a transport, from its answer (which must say {@code a=setup:active}). Candidates are optional: a
 * client that reaches the bridge is found by its checks. Immutable.
 */
public record RemoteTransport(String ufrag, String pwd, Fingerprint fingerprint, List<Candidate> candidates) {

    private static final int MAX_CANDIDATES = 64;

    public RemoteTransport {
        candidates = List.copyOf(candidates);
        Check.iceText("/ufrag", ufrag, 4);
        Check.iceText("/pwd", pwd, 22);
        Check.that(candidates.size() <= MAX_CANDIDATES, "/candidates", "has more than " + MAX_CANDIDATES);
    }
}
