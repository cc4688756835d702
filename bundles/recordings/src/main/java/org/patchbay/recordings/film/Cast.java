package org.patchbay.recordings.film;

import java.util.Map;
import org.patchbay.spi.media.EndpointId;

/** Who is in a film and what it is called. Immutable. */
public record Cast(String title, Map<EndpointId, String> names) {

    public Cast {
        names = Map.copyOf(names);
    }
}
