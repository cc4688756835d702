package org.patchbay.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.recordings.film.FilmMaker;
import org.patchbay.recordings.storage.DiskStorage;
import org.patchbay.recordings.storage.RecordingStorage;
import org.patchbay.recordings.store.InMemoryDeletionStore;
import org.patchbay.recordings.store.InMemoryRecordingStore;
import org.patchbay.recordings.store.StoredRecording;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.meetings.RecordedPerson;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice put together by hand, with a store in memory, files in a folder, two portals and their people. */
public final class World implements AutoCloseable {

    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final Caller.Member administrator = Callers.administrator(acme);
    public final Caller.Member user = Callers.user(acme);
    public final Caller.Member other = Callers.user(acme);
    public final Caller.Member stranger = Callers.administrator(bolt);

    final MovableClock clock = new MovableClock(Instant.parse("2026-05-04T12:00:00Z"));
    final InMemoryCluster cluster = new InMemoryCluster();
    final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    final InMemoryEvents events = new InMemoryEvents(work, new RecordingEvents());
    final InMemoryAudit audit = new InMemoryAudit();
    final InMemoryQuotas quotas = new InMemoryQuotas();
    final InMemoryRecordingStore store = new InMemoryRecordingStore() {
        @Override
        public synchronized void add(PortalId portal, StoredRecording recording) {
            beforeAdding.run();
            super.add(portal, recording);
        }
    };
    Runnable beforeAdding = () -> {};
    final InMemoryDeletionStore deletionStore = new InMemoryDeletionStore(store);
    final Path folder;
    final RecordingFiles files;
    final Holds holds;
    final Deletions deletions;
    final Chronicle chronicle;
    final Recorder recorder;
    final Workshop workshop;
    public final RecordingService recordings;
    public final RecordingRules rules;

    public World(Path folder) {
        this(folder, "no-such-ffmpeg");
    }

    World(Path folder, String ffmpeg) {
        this(folder, ffmpeg, new DiskStorage(folder.resolve("kept")), 1 << 20);
    }

    World(Path folder, String ffmpeg, RecordingStorage storage, long spareBytes) {
        this.folder = folder;
        files = new RecordingFiles(folder, storage, spareBytes);
        var node = cluster.node("one");
        holds = new Holds(node);
        deletions = new Deletions(deletionStore, files, holds, work, node, clock);
        chronicle = new Chronicle(store, work, events, audit, quotas, deletions, clock);
        recorder = new Recorder(
                chronicle,
                files,
                portals,
                (portal, person) -> Set.of(user.person(), other.person()).contains(person),
                holds,
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
        workshop = new Workshop(store, chronicle, files, recorder, holds, deletions, new FilmMaker(ffmpeg), clock);
        recordings = new RecordingService(store, chronicle, files, holds, new RoleAccess(portals), portals, node);
        rules = new RecordingRules(store, chronicle, workshop, holds, work, audit, node, clock);
    }

    /** A recording of the user's that can be played: a film of these bytes, and a track. */
    public Recording ready(String film) {
        var id = new RecordingId(Ids.next());
        store.add(acme, StoredRecording.begun(id, "m1", "Monday", user.person(), user.name(), clock.instant()));
        chronicle.ended(acme, id, Optional.empty(), Optional.empty());
        List<RecordingPart> parts =
                List.of(part(1, RecordingPart.Kind.FILM, film.length()), part(2, RecordingPart.Kind.MICROPHONE, 3));
        keep(id, parts.get(0), film);
        keep(id, parts.get(1), "opu");
        chronicle.finished(acme, id, Optional.empty(), parts);
        return recordings.find(acme, id, user).orElseThrow();
    }

    private static RecordingPart part(int number, RecordingPart.Kind kind, long bytes) {
        return new RecordingPart(number, kind, "video/webm", Optional.of("Grace"), Optional.empty(), 0, 1000, bytes);
    }

    private void keep(RecordingId id, RecordingPart part, String content) {
        try {
            Path file = folder.resolve("made");
            Files.deleteIfExists(file);
            Files.writeString(file, content);
            files.keep(acme, id, part, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void feature(Feature feature, boolean on) {
        portals.change(acme, draft -> {
            Set<Feature> features = new HashSet<>(draft.features());
            if (on) {
                features.add(feature);
            } else {
                features.remove(feature);
            }
            return new PortalDraft(
                    draft.name(),
                    draft.host(),
                    draft.language(),
                    draft.zone(),
                    draft.accent(),
                    draft.webInterface(),
                    draft.expires(),
                    draft.participantLimit(),
                    draft.profiles(),
                    features,
                    draft.support(),
                    draft.storageMegabytes(),
                    draft.meetingDefaults());
        });
    }

    RecordedPerson person(Caller.Member member, String participant) {
        return new RecordedPerson(participant, Optional.of(member.person().value()), member.name());
    }

    /** Somebody's microphone sends so many packets of 20 ms with so many bytes of sound. */
    static void speak(MediaTap tap, String participant, int packets, int bytes) {
        var source = Source.audio(new EndpointId(participant), 77);
        tap.sourceOpened(source);
        long now = System.nanoTime();
        for (int i = 0; i < packets; i++) {
            ByteBuffer rtp = ByteBuffer.allocate(12 + bytes);
            rtp.put((byte) 0x80)
                    .put((byte) 111)
                    .putShort((short) i)
                    .putInt(i * 960)
                    .putInt(77);
            rtp.put((byte) 0xf8);
            rtp.position(0);
            tap.packet(source, 77, rtp, now + i * 20_000_000L);
        }
    }

    @Override
    public void close() {
        recorder.close();
        rules.close();
        deletions.close();
        cluster.close();
    }
}
