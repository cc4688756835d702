package org.patchbay.spi.meetings;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Records meetings. Without one, meetings are not recorded and offer nothing of it. Thread-safe. */
@ConsumerType
public interface MeetingRecorder {

    /** Whether meetings of this portal may be recorded now. */
    boolean serves(PortalId portal);

    /**
     * Begins to record a meeting; nobody has agreed yet.
     *
     * @param by who begins, empty for a script
     * @param ended hears that the recorder ended it by itself, with a code such as {@code quota}; does not block
     * @throws org.patchbay.api.PatchbayException when it cannot be recorded now
     */
    MeetingRecording start(
            PortalId portal, RecordedMeeting meeting, Optional<RecordedPerson> by, Consumer<String> ended);
}
