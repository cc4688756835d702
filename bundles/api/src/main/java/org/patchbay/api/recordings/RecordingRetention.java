package org.patchbay.api.recordings;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** For how long a portal keeps what was recorded, of meetings and of calls. Thread-safe. */
@ProviderType
public interface RecordingRetention {

    /** After how long recordings are deleted; empty for never. */
    Optional<Duration> keeps(PortalId portal);
}
