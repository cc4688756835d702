package org.patchbay.recordings.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;

/** In memory. Thread-safe. */
public final class InMemoryDeletionStore implements DeletionStore {

    private final RecordingStore recordings;
    private final Map<String, Kept> kept = new TreeMap<>();

    private record Kept(Deletion deletion, Instant due) {}

    public InMemoryDeletionStore(RecordingStore recordings) {
        this.recordings = recordings;
    }

    private static String key(PortalId portal, RecordingId recording, String file) {
        return portal + "/" + recording + "/" + file;
    }

    @Override
    public synchronized void add(PortalId portal, RecordingId recording, Collection<String> files, Instant due) {
        files.forEach(file ->
                kept.put(key(portal, recording, file), new Kept(new Deletion(portal, recording, file, 0), due)));
    }

    @Override
    public synchronized void remove(PortalId portal, RecordingId recording, Collection<String> files) {
        files.forEach(file -> kept.remove(key(portal, recording, file)));
    }

    @Override
    public synchronized List<Deletion> due(Instant now, int limit) {
        return kept.values().stream()
                .filter(one -> !one.due().isAfter(now))
                .filter(one -> recordings
                        .find(one.deletion().portal(), one.deletion().recording())
                        .isEmpty())
                .sorted(Comparator.comparing(Kept::due))
                .limit(limit)
                .map(Kept::deletion)
                .toList();
    }

    @Override
    public synchronized void postpone(Deletion one, int tries, Instant due) {
        kept.computeIfPresent(
                key(one.portal(), one.recording(), one.file()),
                (key, before) -> new Kept(new Deletion(one.portal(), one.recording(), one.file(), tries), due));
    }

    /** How many there are. */
    public synchronized int size() {
        return kept.size();
    }
}
