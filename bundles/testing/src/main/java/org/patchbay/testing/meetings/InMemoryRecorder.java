package org.patchbay.testing.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.meetings.MeetingRecorder;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;
import org.patchbay.spi.meetings.RecordedPerson;

/** Records nothing, but remembers who agreed. Thread-safe. */
public final class InMemoryRecorder implements MeetingRecorder {

    private final Set<PortalId> served = ConcurrentHashMap.newKeySet();
    private final List<Going> recordings = new CopyOnWriteArrayList<>();

    /** From now on meetings of this portal may be recorded, or not. */
    public void serve(PortalId portal, boolean on) {
        if (on) {
            served.add(portal);
        } else {
            served.remove(portal);
        }
    }

    /** Everything that was recorded, oldest first. */
    public List<Going> recordings() {
        return List.copyOf(recordings);
    }

    @Override
    public boolean serves(PortalId portal) {
        return served.contains(portal);
    }

    @Override
    public MeetingRecording start(
            PortalId portal, RecordedMeeting meeting, Optional<RecordedPerson> by, Consumer<String> ended) {
        if (!serves(portal)) {
            throw Problem.FORBIDDEN.because("feature.off", "The portal does not have this");
        }
        var going = new Going(String.valueOf(recordings.size() + 1), meeting, ended);
        recordings.add(going);
        return going;
    }

    /** One recording and what became of it. */
    public static final class Going implements MeetingRecording {

        private final String id;
        private final RecordedMeeting meeting;
        private final Consumer<String> ended;
        private final List<String> said = new CopyOnWriteArrayList<>();

        private Going(String id, RecordedMeeting meeting, Consumer<String> ended) {
            this.id = id;
            this.meeting = meeting;
            this.ended = ended;
        }

        /** What is recorded. */
        public RecordedMeeting meeting() {
            return meeting;
        }

        /** What was told, such as {@code agreed Ann} or {@code stopped by Ann}. */
        public List<String> said() {
            return new ArrayList<>(said);
        }

        /** Ends by itself. */
        public void cut(String why) {
            ended.accept(why);
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public MediaTap tap() {
            return new MediaTap() {
                @Override
                public void conferenceGone() {
                    said.add("heard nowhere");
                }
            };
        }

        @Override
        public void agreed(RecordedPerson who) {
            said.add("agreed " + who.name());
        }

        @Override
        public void declined(RecordedPerson who) {
            said.add("declined " + who.name());
        }

        @Override
        public void stop(Optional<RecordedPerson> by) {
            said.add("stopped by " + by.map(RecordedPerson::name).orElse("nobody"));
        }
    }
}
