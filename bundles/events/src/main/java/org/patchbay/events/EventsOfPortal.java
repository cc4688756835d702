package org.patchbay.events;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.events.store.CursorStore;
import org.patchbay.events.store.EventJournal;
import org.patchbay.spi.tenancy.PortalData;

/** Erases the journal of a portal that is deleted. */
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
    public void erase(PortalId portal) {
        journal.erase(portal);
        cursors.erase(portal);
    }
}
