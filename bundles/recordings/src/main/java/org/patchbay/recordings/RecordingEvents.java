package org.patchbay.recordings;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.recordings.store.StoredRecording;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;
import org.patchbay.spi.meetings.RecordedPerson;

/** The events of recordings; the subject is the meeting's id for those of a room, else the recording's. */
@Component
public final class RecordingEvents implements EventTypes {

    public static final String STARTED = "meeting.recording.started";
    public static final String STOPPED = "meeting.recording.stopped";
    public static final String CONSENTED = "meeting.recording.consented";
    public static final String DECLINED = "meeting.recording.declined";
    public static final String READY = "recording.ready";
    public static final String FAILED = "recording.failed";
    public static final String UPDATED = "recording.updated";
    public static final String DELETED = "recording.deleted";
    public static final String SHARED = "recording.shared";
    public static final String UNSHARED = "recording.unshared";
    public static final String PLAYED = "recording.played";
    public static final String DOWNLOADED = "recording.downloaded";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(STARTED, "A meeting is being recorded.", RecordingStep.class),
                EventType.durable(STOPPED, "A meeting is no longer recorded.", RecordingStep.class),
                EventType.durable(CONSENTED, "Somebody agreed to be recorded.", RecordingStep.class),
                EventType.durable(DECLINED, "Somebody is not recorded, as they did not agree.", RecordingStep.class),
                EventType.durable(READY, "A recording can be played.", RecordingChange.class),
                EventType.durable(FAILED, "Nothing of a recording could be kept.", RecordingChange.class),
                EventType.durable(UPDATED, "A recording has another title.", RecordingChange.class),
                EventType.durable(DELETED, "A recording was deleted.", RecordingChange.class),
                EventType.durable(SHARED, "A recording has a link.", RecordingChange.class),
                EventType.durable(UNSHARED, "The link of a recording was taken back.", RecordingChange.class),
                EventType.durable(PLAYED, "Somebody played a recording.", RecordingUse.class),
                EventType.durable(DOWNLOADED, "Somebody downloaded a recording.", RecordingUse.class));
    }

    /** Something in a meeting that is recorded; without a participant it was a script or the server. */
    public record RecordingStep(
            String recording,
            String meeting,
            @Personal(of = "owner") String title,
            String owner,
            Optional<String> participant,
            Optional<String> person,
            @Personal(of = "person") String name,
            Optional<String> reason) {

        static RecordingStep of(StoredRecording recording, Optional<RecordedPerson> who) {
            return new RecordingStep(
                    recording.id().value(),
                    recording.meeting(),
                    recording.title(),
                    recording.owner().value(),
                    who.map(RecordedPerson::participant),
                    who.flatMap(RecordedPerson::person),
                    who.map(RecordedPerson::name).orElse(""),
                    recording.cut().map(cut -> cut.name()));
        }
    }

    /** A recording as it is now. */
    public record RecordingChange(
            String recording, String meeting, @Personal(of = "owner") String title, String owner, long bytes) {

        static RecordingChange of(StoredRecording recording) {
            return new RecordingChange(
                    recording.id().value(),
                    recording.meeting(),
                    recording.title(),
                    recording.owner().value(),
                    recording.bytes());
        }
    }

    /** Who fetched a file of a recording; nobody's name for who came by the link. */
    public record RecordingUse(
            String recording,
            String meeting,
            @Personal(of = "owner") String title,
            String owner,
            int part,
            boolean byLink,
            Optional<String> person,
            @Personal(of = "person") String name) {}
}
