package org.patchbay.identity.session;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.events.EventSubscriber;

/** Ends the sessions of a meeting's guests with the meeting. */
@Component
public final class GuestExit implements EventSubscriber {

    private final SessionBook sessions;
    private final UnitOfWork work;

    @Activate
    public GuestExit(@Reference SessionBook sessions, @Reference UnitOfWork work) {
        this.sessions = sessions;
        this.work = work;
    }

    @Override
    public String name() {
        return "identity-guests";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals("meeting.ended");
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void on(Event event) {
        if (event.type().equals("meeting.ended")) {
            work.run(() -> sessions.endOf(event.portal(), event.subject()));
        }
    }
}
