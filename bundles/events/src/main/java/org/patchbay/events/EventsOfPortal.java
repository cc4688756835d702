package org.patchbay.events;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.events.store.CursorStore;
import org.patchbay.events.store.EventJournal;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Gives the journal of a portal, and erases that of one that is deleted. */
@Component
public final class EventsOfPortal implements PortalData {

    private final EventJournal journal;
    private final CursorStore cursors;

    @Activate
    public EventsOfPortal(@Reference EventJournal journal, @Reference CursorStore cursors) {
        this.journal = journal;
        this.cursors = cursors;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        List<Event> events = journal.before(portal, Long.MAX_VALUE, EventFilter.ALL, PageRequest.MAX_LIMIT);
        while (!events.isEmpty()) {
            events.forEach(event -> out.put("event", CloudEvent.of(event)));
            long last = events.get(events.size() - 1).sequence();
            events = journal.before(portal, last, EventFilter.ALL, PageRequest.MAX_LIMIT);
        }
    }

    @Override
    public void erase(PortalId portal) {
        journal.erase(portal);
        cursors.erase(portal);
    }
}
