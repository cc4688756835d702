package org.patchbay.events.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Event;

/** What nodes tell each other about events: which portals have new numbered ones, and the transient ones themselves. */
public final class Announcements {

    private static final String NUMBERED = "events-numbered";
    private static final String PASSING = "events-passing";

    private final Cluster cluster;

    public Announcements(Cluster cluster) {
        this.cluster = cluster;
    }

    public void numbered(Collection<PortalId> portals) {
        String text = portals.stream().map(PortalId::value).collect(Collectors.joining("\n"));
        cluster.publish(NUMBERED, text.getBytes(StandardCharsets.UTF_8));
    }

    public void passing(Event event) {
        cluster.publish(PASSING, PassingEvent.write(event));
    }

    Registration onNumbered(Consumer<PortalId> listener) {
        return cluster.subscribe(NUMBERED, message -> new String(message, StandardCharsets.UTF_8)
                .lines()
                .map(PortalId::new)
                .forEach(listener));
    }

    Registration onPassing(Consumer<Event> listener) {
        return cluster.subscribe(PASSING, message -> listener.accept(PassingEvent.read(message)));
    }
}
