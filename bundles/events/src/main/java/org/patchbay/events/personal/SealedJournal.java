package org.patchbay.events.personal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.events.store.EventJournal;
import org.patchbay.events.store.JpaEventJournal;

/** The journal as everybody sees it: what is personal rests sealed. */
@Component
public final class SealedJournal implements EventJournal {

    private final EventJournal journal;
    private final PersonalData data;
    private final RecentEvents recent = new RecentEvents();

    @Activate
    public SealedJournal(@Reference JpaEventJournal journal, @Reference PersonalData data) {
        this((EventJournal) journal, data);
    }

    SealedJournal(EventJournal journal, PersonalData data) {
        this.journal = journal;
        this.data = data;
    }

    @Override
    public void add(Event event) {
        journal.add(data.seal(event));
    }

    /** Who numbers events reads them as they rest. */
    @Override
    public List<Event> number(int most) {
        List<Event> numbered = journal.number(most);
        recent.add(numbered);
        return numbered;
    }

    @Override
    public List<Event> after(PortalId portal, long sequence, int most) {
        return open(resting(portal, sequence, most));
    }

    @Override
    public List<Event> resting(PortalId portal, long sequence, int most) {
        return recent.after(portal, sequence, most).orElseGet(() -> journal.after(portal, sequence, most));
    }

    @Override
    public Event open(Event event) {
        return data.open(event);
    }

    @Override
    public List<Event> before(PortalId portal, long sequence, EventFilter filter, int most) {
        return open(journal.before(portal, sequence, filter, most));
    }

    @Override
    public Optional<Event> find(PortalId portal, String id) {
        return journal.find(portal, id).map(data::open);
    }

    @Override
    public Map<PortalId, Long> heads() {
        return journal.heads();
    }

    @Override
    public int trim(PortalId portal, long upTo, int most) {
        recent.clear();
        return journal.trim(portal, upTo, most);
    }

    @Override
    public long lastBefore(PortalId portal, Instant time) {
        return journal.lastBefore(portal, time);
    }

    @Override
    public void erase(PortalId portal) {
        recent.clear();
        journal.erase(portal);
    }

    private List<Event> open(List<Event> events) {
        return events.stream().map(data::open).toList();
    }
}
