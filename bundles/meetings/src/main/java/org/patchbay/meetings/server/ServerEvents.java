package org.patchbay.meetings.server;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The events of media servers of every kind; in root's journal, but for a choice, which is in the portal's. */
@Component
public final class ServerEvents implements EventTypes {

    /** One does not work. */
    public static final String DOWN = "media-server.down";

    /** It works again. */
    public static final String UP = "media-server.up";

    /** One takes no new meetings. */
    public static final String DRAINING = "media-server.draining";

    /** It takes new meetings again. */
    public static final String UNDRAINED = "media-server.undrained";

    /** The last meeting on it is over. */
    public static final String DRAINED = "media-server.drained";

    /** How full one is now. */
    public static final String LOAD = "media-server.load";

    /** A portal chose one. */
    public static final String CHOSEN = "media-server.chosen";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(DOWN, "A media server is down; its meetings go on elsewhere.", Down.class),
                EventType.durable(UP, "A media server is up again.", Up.class),
                EventType.durable(DRAINING, "A media server takes no new meetings.", Named.class),
                EventType.durable(UNDRAINED, "A media server takes new meetings again.", Named.class),
                EventType.durable(DRAINED, "The last meeting on a media server that is emptied is over.", Named.class),
                EventType.passing(LOAD, "A media server is fuller or emptier than before.", Load.class),
                EventType.durable(CHOSEN, "A portal chose the media server of its meetings.", Chosen.class));
    }

    /** Data of {@link #DOWN}; the detail is one line for an operator. */
    public record Down(String server, String region, String detail) {}

    /** Data of {@link #UP}; how long it was down. */
    public record Up(String server, long seconds) {}

    /** Data of {@link #LOAD}; the load is in percent of what it can do. */
    public record Load(String server, int load, int conferences, int endpoints) {}

    /** A server. */
    public record Named(String server) {}

    /** Data of {@link #CHOSEN}; no server is whichever has the least load. */
    public record Chosen(Optional<String> server, ServerChoice.WhenDown whenDown) {}
}
