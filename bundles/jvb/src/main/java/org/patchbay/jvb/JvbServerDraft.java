package org.patchbay.jvb;

import java.util.List;
import java.util.Optional;

/** A videobridge as it is handed in; what is left out is empty, 0, none or true. Immutable. */
public record JvbServerDraft(
        String name,
        String url,
        Optional<String> region,
        Optional<Integer> capacity,
        Optional<List<String>> networks,
        Optional<Boolean> enabled) {}
