package org.patchbay.spi.media;

import java.util.List;

/** The bridge's side of an endpoint's transport, for the offer: {@code a=setup:actpass}, bundled, RTCP multiplexed. Immutable. */
public record Transport(String ufrag, String pwd, Fingerprint fingerprint, List<Candidate> candidates) {

    public Transport {
        candidates = List.copyOf(candidates);
    }
}
