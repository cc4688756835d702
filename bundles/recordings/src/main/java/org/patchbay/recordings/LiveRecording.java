package org.patchbay.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.recordings.Recording;
import org.patchbay.recordings.film.TrackWriter;
import org.patchbay.recordings.store.StoredRecording;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A meeting that this node records. Thread-safe. */
final class LiveRecording implements MeetingRecording {

    private static final Logger log = LoggerFactory.getLogger(LiveRecording.class);

    /** A meeting whose media server died is elsewhere within seconds; a recording waits as long for it. */
    static final Duration GRACE = Duration.ofSeconds(60);

    /** Storage is taken in steps, not with each packet. */
    private static final long STEP_BYTES = 4_000_000;

    private final Recorder recorder;
    private final Chronicle chronicle;
    private final PortalId portal;
    private final StoredRecording recording;
    private final Path folder;
    private final Consumer<String> ended;
    private final TrackWriter writer;
    private final Set<EndpointId> agreed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private final LongSupplier nanos;
    private Optional<ConferenceTap> heard = Optional.empty();
    private OptionalLong silentSince = OptionalLong.empty();
    private long reserved;

    LiveRecording(
            Recorder recorder,
            Chronicle chronicle,
            PortalId portal,
            StoredRecording recording,
            Path folder,
            long room,
            BooleanSupplier full,
            LongSupplier nanos,
            Consumer<String> ended) {
        this.recorder = recorder;
        this.chronicle = chronicle;
        this.portal = portal;
        this.recording = recording;
        this.folder = folder;
        this.nanos = nanos;
        this.ended = ended;
        this.writer = new TrackWriter(
                folder,
                agreed::contains,
                room,
                full,
                stop -> cut(
                        switch (stop) {
                            case LIMIT -> Recording.Cut.QUOTA;
                            case DISK -> Recording.Cut.DISK;
                            case CONFERENCE_GONE -> Recording.Cut.LOST;
                        }));
    }

    @Override
    public String id() {
        return recording.id().value();
    }

    PortalId portal() {
        return portal;
    }

    StoredRecording recording() {
        return recording;
    }

    @Override
    public MediaTap tap() {
        var next = new ConferenceTap(writer, this::gone);
        Optional<ConferenceTap> before;
        synchronized (this) {
            before = heard;
            heard = Optional.of(next);
            silentSince = OptionalLong.empty();
        }
        before.ifPresent(ConferenceTap::leave);
        return next;
    }

    private synchronized void gone(ConferenceTap conference) {
        if (heard.filter(present -> present == conference).isPresent()) {
            silentSince = OptionalLong.of(nanos.getAsLong());
        }
    }

    /** Ends the recording of a meeting that was heard nowhere for too long. */
    synchronized void lookForSilence() {
        if (silentSince.isPresent() && nanos.getAsLong() - silentSince.getAsLong() > GRACE.toNanos()) {
            cut(Recording.Cut.LOST);
        }
    }

    @Override
    public void agreed(RecordedPerson who) {
        try {
            RecordedPeople.add(folder, who);
        } catch (IOException e) {
            log.warn("The disk takes nothing more of recording {}", recording.id(), e);
            cut(Recording.Cut.DISK);
            throw Problem.UNAVAILABLE.because("recording.disk", "The server cannot write recordings at the moment");
        }
        // Nothing of somebody is written before the ledger says that they agreed.
        chronicle.consented(portal, recording, who, true);
        agreed.add(new EndpointId(who.participant()));
    }

    @Override
    public void declined(RecordedPerson who) {
        agreed.remove(new EndpointId(who.participant()));
        chronicle.consented(portal, recording, who, false);
    }

    @Override
    public void stop(Optional<RecordedPerson> by) {
        end(Optional.empty(), by);
    }

    /** Takes the storage of what was written since the last time; ends the recording when there is none left. */
    synchronized void grow() {
        long more = writer.bytes() - reserved;
        if (over.get() || more < STEP_BYTES) {
            return;
        }
        try {
            if (!chronicle.grown(portal, recording, more)) {
                cut(Recording.Cut.LOST);
            }
            reserved += more;
        } catch (PatchbayException e) {
            if (e.problem() != Problem.TOO_LARGE) {
                throw e;
            }
            cut(Recording.Cut.QUOTA);
        }
    }

    private void cut(Recording.Cut why) {
        end(Optional.of(why), Optional.empty());
    }

    private void end(Optional<Recording.Cut> cut, Optional<RecordedPerson> by) {
        if (over.compareAndSet(false, true)) {
            recorder.end(this, cut, by);
            cut.ifPresent(why -> ended.accept(why.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Makes the files whole; what was heard until now is in them. */
    void close() {
        over.set(true);
        writer.close();
    }
}
