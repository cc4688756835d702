package org.patchbay.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.recordings.store.StoredRecording;
import org.patchbay.spi.meetings.MeetingRecorder;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;
import org.patchbay.spi.meetings.RecordedPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the meetings whose rooms are on this node, in the portals that may. Thread-safe. */
@Component(service = {MeetingRecorder.class, Recorder.class})
public final class Recorder implements MeetingRecorder {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    private static final int TICK_SECONDS = 2;

    /** With less than this there is no use in beginning. */
    private static final long LEAST_ROOM = 5_000_000;

    private final Chronicle chronicle;
    private final RecordingFiles files;
    private final Portals portals;
    private final BiPredicate<PortalId, PersonId> people;
    private final Holds holds;
    private final LongSupplier nanos;
    private final Map<RecordingId, LiveRecording> live = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "patchbay-recordings-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Runnable afterwards = () -> {};

    @Activate
    public Recorder(
            @Reference Chronicle chronicle,
            @Reference RecordingFiles files,
            @Reference Portals portals,
            @Reference People people,
            @Reference Holds holds) {
        this(
                chronicle,
                files,
                portals,
                (portal, person) -> people.find(portal, person).isPresent(),
                holds,
                System::nanoTime);
    }

    Recorder(
            Chronicle chronicle,
            RecordingFiles files,
            Portals portals,
            BiPredicate<PortalId, PersonId> people,
            Holds holds,
            LongSupplier nanos) {
        this.chronicle = chronicle;
        this.files = files;
        this.portals = portals;
        this.people = people;
        this.holds = holds;
        this.nanos = nanos;
        var unused = watch.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    /** Does this whenever a recording has ended. */
    void afterwards(Runnable work) {
        afterwards = work;
    }

    @Override
    public boolean serves(PortalId portal) {
        return portals.find(portal).filter(one -> one.has(Feature.RECORDING)).isPresent();
    }

    @Override
    public MeetingRecording start(
            PortalId portal, RecordedMeeting meeting, Optional<RecordedPerson> by, Consumer<String> ended) {
        if (!serves(portal)) {
            throw Problem.FORBIDDEN.because(
                    "feature.off", "The portal does not have this", Map.of("feature", "RECORDING"));
        }
        StoredRecording recording = begin(portal, meeting, by);
        long room = chronicle.room(portal, recording);
        if (room < LEAST_ROOM) {
            throw Problem.TOO_LARGE.because(
                    "recording.no-room", "There are less than 5 MB of storage left; delete something first");
        }
        Path folder = files.work(portal, recording.id());
        var going = new LiveRecording(this, chronicle, portal, recording, folder, room, files::isFull, nanos, ended);
        // It is held before its folder is there, and until its row is, for folders of nobody are swept.
        holds.hold(recording.id());
        live.put(recording.id(), going);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            log.warn("There is no folder for recording {}", recording.id(), e);
            throw noDisk(going);
        }
        if (files.isFull()) {
            log.warn("The disk has no room for a recording");
            throw noDisk(going);
        }
        try {
            chronicle.begun(portal, recording, by);
        } catch (RuntimeException e) {
            forget(going);
            throw e;
        }
        return going;
    }

    private PatchbayException noDisk(LiveRecording going) {
        forget(going);
        return Problem.UNAVAILABLE.because("recording.disk", "The server cannot write recordings at the moment");
    }

    /** It never began. */
    private void forget(LiveRecording going) {
        RecordingId id = going.recording().id();
        going.close();
        files.clear(going.portal(), id);
        live.remove(id);
        holds.letGo(id);
    }

    /** It is the recording of whoever starts it, if they are of the portal; else of whose meeting it is. */
    private StoredRecording begin(PortalId portal, RecordedMeeting meeting, Optional<RecordedPerson> by) {
        Optional<RecordedPerson> own =
                by.filter(who -> who.person().filter(id -> knows(portal, id)).isPresent());
        return StoredRecording.begun(
                new RecordingId(Ids.next()),
                meeting.id(),
                meeting.title(),
                new PersonId(own.flatMap(RecordedPerson::person).orElse(meeting.host())),
                own.map(RecordedPerson::name).orElse(meeting.hostName()),
                chronicle.now());
    }

    /** Whether it is being recorded by any node, or put together by another one. */
    boolean isHeld(RecordingId id) {
        return live.containsKey(id) || holds.isHeldElsewhere(id);
    }

    /** Called once for each; its files are closed by the watch, as that may take a moment. */
    void end(LiveRecording going, Optional<Recording.Cut> cut, Optional<RecordedPerson> by) {
        try {
            watch.execute(() -> finish(going, cut, by));
        } catch (RejectedExecutionException e) {
            log.info("Recording {} is put together after the next start", going.id());
        }
    }

    private void finish(LiveRecording going, Optional<Recording.Cut> cut, Optional<RecordedPerson> by) {
        going.close();
        try {
            chronicle.ended(going.portal(), going.recording().id(), cut, by);
        } catch (RuntimeException e) {
            log.warn("That recording {} has ended cannot be written down", going.id(), e);
        } finally {
            live.remove(going.recording().id());
            afterwards.run();
        }
    }

    private void tick() {
        for (LiveRecording going : live.values()) {
            try {
                holds.hold(going.recording().id());
                going.grow();
                going.lookForSilence();
            } catch (RuntimeException e) {
                log.warn("Recording {} cannot be looked after", going.id(), e);
            }
        }
    }

    @Deactivate
    public void close() {
        watch.shutdownNow();
        // Their files are whole; what was recorded is put together after the next start.
        live.values().forEach(LiveRecording::close);
        live.clear();
    }

    /** Whether somebody with this id has an account. */
    boolean knows(PortalId portal, String person) {
        return people.test(portal, new PersonId(person));
    }
}
