package org.patchbay.events;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.identity.PersonId;
import org.patchbay.events.store.CursorStore;
import org.patchbay.events.store.EventJournal;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Gives the journal of a portal and the events about a person, and erases the journal of a portal that is deleted. */
@Component
public final class EventsOfPortal implements PortalData, PersonData {

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
        export(portal, EventFilter.ALL, out);
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        export(portal, new EventFilter(Optional.empty(), Optional.of(person.value())), out);
    }

    private void export(PortalId portal, EventFilter filter, DataSink out) {
        List<Event> events = journal.before(portal, Long.MAX_VALUE, filter, PageRequest.MAX_LIMIT);
        while (!events.isEmpty()) {
            events.forEach(event -> out.put("event", CloudEvent.of(event)));
            long last = events.get(events.size() - 1).sequence();
            events = journal.before(portal, last, filter, PageRequest.MAX_LIMIT);
        }
    }

    @Override
    public void erase(PortalId portal) {
        journal.erase(portal);
        cursors.erase(portal);
    }

    /** What events say of the person is sealed under the person's key. */
    @Override
    public void erase(PortalId portal, PersonId person) {}
}
