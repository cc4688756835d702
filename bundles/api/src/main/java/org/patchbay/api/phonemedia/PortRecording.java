package org.patchbay.api.phonemedia;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** A recording that is being written. Thread-safe. */
@ProviderType
public interface PortRecording {

    /** Leaves a gap of silence from now on, or ends it. */
    void pause(boolean on);

    /** Ends it, completes the file and says how long it is. */
    Duration close();
}
