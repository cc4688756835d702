package org.patchbay.spi.meetings;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.spi.media.MediaTap;

/** A meeting being recorded. Thread-safe. */
@ConsumerType
public interface MeetingRecording {

    /** The recording's id. */
    String id();

    /** What hears the meeting's main room; asked once for each conference that the room has on a bridge, one after another. */
    MediaTap tap();

    /** Somebody agreed: from now on they are recorded. */
    void agreed(RecordedPerson who);

    /** Somebody did not agree, or took it back: from now on they are not recorded. */
    void declined(RecordedPerson who);

    /** Ends the recording; harmless when it has ended. By nobody when the meeting ends. */
    void stop(Optional<RecordedPerson> by);
}
