package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/** Meetings in maps. */
public final class InMemoryMeetingStore implements MeetingStore {

    private final Map<String, Kept<StoredMeeting>> meetings = new ConcurrentSkipListMap<>();
    private final Map<String, Kept<Measured>> qualities = new ConcurrentSkipListMap<>();
    private final Map<String, Kept<Stay>> stays = new ConcurrentSkipListMap<>();

    @Override
    public void add(PortalId portal, StoredMeeting meeting) {
        meetings.put(meeting.id(), new Kept<>(portal, meeting));
    }

    @Override
    public Optional<StoredMeeting> find(PortalId portal, String id) {
        return of(portal).stream().filter(meeting -> meeting.id().equals(id)).findFirst();
    }

    @Override
    public Optional<StoredMeeting> byCodeHash(PortalId portal, String codeHash) {
        return of(portal).stream()
                .filter(meeting -> meeting.codeHash().equals(codeHash))
                .findFirst();
    }

    private List<StoredMeeting> of(PortalId portal) {
        return meetings.values().stream()
                .filter(kept -> kept.portal().equals(portal))
                .map(Kept::value)
                .sorted(Comparator.comparing(StoredMeeting::id).reversed())
                .toList();
    }

    @Override
    public Page<StoredMeeting> list(PortalId portal, PageRequest page) {
        return page(of(portal), page);
    }

    @Override
    public Page<StoredMeeting> ofPerson(PortalId portal, String person, PageRequest page) {
        List<StoredMeeting> mine = of(portal).stream()
                .filter(meeting -> meeting.host().equals(person)
                        || stays(portal, meeting.id()).stream()
                                .anyMatch(stay -> stay.person().equals(Optional.of(person))))
                .toList();
        return page(mine, page);
    }

    private static Page<StoredMeeting> page(List<StoredMeeting> all, PageRequest page) {
        List<StoredMeeting> rest = all.stream()
                .filter(meeting -> page.after().isEmpty()
                        || meeting.id().compareTo(page.after().get()) < 0)
                .toList();
        if (rest.size() <= page.limit()) {
            return new Page<>(rest, Optional.empty(), OptionalLong.empty());
        }
        List<StoredMeeting> items = rest.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.get(items.size() - 1).id()), OptionalLong.empty());
    }

    @Override
    public boolean end(PortalId portal, String id, Instant at) {
        Optional<StoredMeeting> open =
                find(portal, id).filter(meeting -> meeting.ended().isEmpty());
        open.ifPresent(meeting -> add(
                portal,
                new StoredMeeting(
                        meeting.id(),
                        meeting.title(),
                        meeting.codeHash(),
                        meeting.sealedCode(),
                        meeting.host(),
                        meeting.hostName(),
                        meeting.video(),
                        meeting.sharing(),
                        meeting.sealedPin(),
                        meeting.lobby(),
                        meeting.screens(),
                        meeting.started(),
                        Optional.of(at))));
        return open.isPresent();
    }

    @Override
    public void enter(PortalId portal, Stay stay) {
        stays.put(stay.id(), new Kept<>(portal, stay));
    }

    @Override
    public void rename(PortalId portal, String stay, String name) {
        stays.computeIfPresent(stay, (id, kept) -> {
            Stay here = kept.value();
            return kept.portal().equals(portal)
                    ? new Kept<>(
                            portal,
                            new Stay(id, here.meeting(), name, here.person(), here.email(), here.joined(), here.left()))
                    : kept;
        });
    }

    @Override
    public void leave(PortalId portal, String stay, Instant at) {
        stays.computeIfPresent(stay, (id, kept) -> {
            Stay here = kept.value();
            if (here.left().isPresent() || !kept.portal().equals(portal)) {
                return kept;
            }
            return new Kept<>(
                    portal,
                    new Stay(
                            id,
                            here.meeting(),
                            here.name(),
                            here.person(),
                            here.email(),
                            here.joined(),
                            Optional.of(at)));
        });
    }

    @Override
    public List<Stay> stays(PortalId portal, String meeting) {
        return stays.values().stream()
                .filter(kept ->
                        kept.portal().equals(portal) && kept.value().meeting().equals(meeting))
                .map(Kept::value)
                .sorted(Comparator.comparing(Stay::joined).thenComparing(Stay::id))
                .toList();
    }

    @Override
    public void measure(PortalId portal, String meeting, String stay, Quality quality) {
        qualities.put(stay, new Kept<>(portal, new Measured(meeting, quality)));
    }

    @Override
    public Map<String, Quality> qualities(PortalId portal, String meeting) {
        return qualities.entrySet().stream()
                .filter(entry -> entry.getValue().portal().equals(portal)
                        && entry.getValue().value().meeting().equals(meeting))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value().quality()));
    }

    @Override
    public void erase(PortalId portal) {
        qualities.values().removeIf(kept -> kept.portal().equals(portal));
        meetings.values().removeIf(kept -> kept.portal().equals(portal));
        stays.values().removeIf(kept -> kept.portal().equals(portal));
    }

    @Override
    public List<OpenMeeting> open(int limit) {
        return meetings.values().stream()
                .filter(kept -> kept.value().ended().isEmpty())
                .limit(limit)
                .map(kept -> new OpenMeeting(kept.portal(), kept.value().id()))
                .toList();
    }

    @Override
    public List<OpenMeeting> openOf(PortalId portal, String host) {
        return meetings.values().stream()
                .filter(kept ->
                        kept.portal().equals(portal) && kept.value().host().equals(host))
                .filter(kept -> kept.value().ended().isEmpty())
                .map(kept -> new OpenMeeting(kept.portal(), kept.value().id()))
                .toList();
    }

    private record Measured(String meeting, Quality quality) {}

    private record Kept<T>(PortalId portal, T value) {}
}
