package org.patchbay.scripting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.scripting.run.ScriptHost;
import org.patchbay.spi.events.EventSubscriber;

/**
 * Hears every portal's events for its scripts. Taking one never waits for a script: what a script has handled is kept
 * for each script, and read again from the journal after a crash.
 */
@Component
public final class ScriptSubscriber implements EventSubscriber {

    private final ScriptHost host;

    @Activate
    public ScriptSubscriber(@Reference ScriptHost host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "scripts";
    }

    @Override
    public void on(Event event) {
        host.offer(event);
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return host.running(portal) > 0 || type.equals("portal.deleted");
    }

    @Override
    public boolean durable() {
        return true;
    }
}
