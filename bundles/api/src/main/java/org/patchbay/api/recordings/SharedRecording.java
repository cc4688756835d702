package org.patchbay.api.recordings;

import java.time.Instant;
import java.util.List;

/** What whoever has the link sees of a recording: its film or, without one, its sound. Immutable. */
public record SharedRecording(String title, Instant started, Instant expires, List<RecordingPart> parts) {
    public SharedRecording {
        parts = List.copyOf(parts);
    }
}
