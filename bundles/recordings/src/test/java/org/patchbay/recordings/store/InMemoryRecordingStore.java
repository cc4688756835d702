package org.patchbay.recordings.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;

/** Recordings in memory. Thread-safe. */
public class InMemoryRecordingStore implements RecordingStore {

    private final Map<String, Located> recordings = new TreeMap<>();
    private final Map<String, Written> ledger = new TreeMap<>();
    private final Map<PortalId, Integer> days = new TreeMap<>(Comparator.comparing(PortalId::value));

    private record Written(PortalId portal, RecordingId recording, LedgerEntry entry) {}

    @Override
    public synchronized void add(PortalId portal, StoredRecording recording) {
        recordings.put(recording.id().value(), new Located(portal, recording));
    }

    @Override
    public synchronized Optional<StoredRecording> find(PortalId portal, RecordingId id) {
        return Optional.ofNullable(recordings.get(id.value()))
                .filter(found -> found.portal().equals(portal))
                .map(Located::recording);
    }

    @Override
    public synchronized Optional<StoredRecording> change(
            PortalId portal, RecordingId id, UnaryOperator<StoredRecording> change) {
        Optional<StoredRecording> changed = find(portal, id).map(change);
        changed.ifPresent(recording -> add(portal, recording));
        return changed;
    }

    @Override
    public synchronized boolean delete(PortalId portal, RecordingId id) {
        boolean there = find(portal, id).isPresent();
        if (there) {
            recordings.remove(id.value());
            ledger.values().removeIf(written -> written.recording().equals(id));
        }
        return there;
    }

    private List<StoredRecording> of(PortalId portal) {
        return recordings.values().stream()
                .filter(found -> found.portal().equals(portal))
                .map(Located::recording)
                .toList();
    }

    private static <T> List<T> newestFirst(List<T> items) {
        List<T> turned = new ArrayList<>(items);
        java.util.Collections.reverse(turned);
        return turned;
    }

    @Override
    public synchronized Page<StoredRecording> list(PortalId portal, Optional<PersonId> owner, PageRequest page) {
        List<StoredRecording> wanted = newestFirst(of(portal)).stream()
                .filter(one -> owner.isEmpty() || owner.get().equals(one.owner()))
                .filter(one -> page.after().isEmpty()
                        || one.id().value().compareTo(page.after().get()) < 0)
                .limit(page.limit() + 1L)
                .toList();
        return JpaRecordingStore.page(wanted, page, one -> one.id().value());
    }

    @Override
    public synchronized Optional<StoredRecording> byLink(PortalId portal, String hash) {
        return of(portal).stream()
                .filter(one ->
                        one.link().filter(link -> link.hash().equals(hash)).isPresent())
                .findFirst();
    }

    @Override
    public synchronized List<Located> unfinished(int limit) {
        return recordings.values().stream()
                .filter(one -> !isDone(one.recording()))
                .limit(limit)
                .toList();
    }

    private static boolean isDone(StoredRecording recording) {
        return recording.state() == Recording.State.READY || recording.state() == Recording.State.FAILED;
    }

    @Override
    public synchronized List<StoredRecording> before(PortalId portal, Instant moment, int limit) {
        return of(portal).stream()
                .filter(one -> moment.isAfter(one.ended().orElse(one.started())))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void write(PortalId portal, RecordingId id, LedgerEntry entry) {
        ledger.put(entry.id(), new Written(portal, id, entry));
    }

    @Override
    public synchronized Page<LedgerEntry> ledger(PortalId portal, RecordingId id, PageRequest page) {
        List<LedgerEntry> wanted = newestFirst(List.copyOf(ledger.values())).stream()
                .filter(written ->
                        written.portal().equals(portal) && written.recording().equals(id))
                .map(Written::entry)
                .filter(one -> page.after().isEmpty()
                        || one.id().compareTo(page.after().get()) < 0)
                .limit(page.limit() + 1L)
                .toList();
        return JpaRecordingStore.page(wanted, page, LedgerEntry::id);
    }

    @Override
    public synchronized Optional<Integer> keepDays(PortalId portal) {
        return Optional.ofNullable(days.get(portal));
    }

    @Override
    public synchronized void keepDays(PortalId portal, Optional<Integer> wanted) {
        days.remove(portal);
        wanted.ifPresent(number -> days.put(portal, number));
    }

    @Override
    public synchronized List<PortalId> withKeepDays() {
        return List.copyOf(days.keySet());
    }

    @Override
    public synchronized void forget(PortalId portal, PersonId person) {
        ledger.replaceAll((id, written) -> isOf(written, portal, person) ? nameless(written) : written);
        of(portal)
                .forEach(one -> add(
                        portal,
                        one.finished(
                                one.state(),
                                one.filmless(),
                                one.parts().stream()
                                        .map(part -> part.person()
                                                        .filter(person.value()::equals)
                                                        .isPresent()
                                                ? nameless(part)
                                                : part)
                                        .toList(),
                                one.reserved())));
    }

    private static boolean isOf(Written written, PortalId portal, PersonId person) {
        return written.portal().equals(portal)
                && written.entry().person().filter(person.value()::equals).isPresent();
    }

    private static Written nameless(Written written) {
        LedgerEntry entry = written.entry();
        return new Written(
                written.portal(),
                written.recording(),
                new LedgerEntry(entry.id(), entry.at(), entry.act(), Optional.empty(), Optional.empty(), entry.part()));
    }

    private static RecordingPart nameless(RecordingPart part) {
        return new RecordingPart(
                part.number(),
                part.kind(),
                part.mediaType(),
                Optional.empty(),
                Optional.empty(),
                part.startMillis(),
                part.durationMillis(),
                part.bytes());
    }

    @Override
    public synchronized void erase(PortalId portal) {
        recordings.values().removeIf(one -> one.portal().equals(portal));
        ledger.values().removeIf(one -> one.portal().equals(portal));
        days.remove(portal);
    }
}
