package org.patchbay.meetings.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.meetings.store.MediaServerStore;

/**
 * Says when a media server goes down, comes back or is empty: once, whatever number of nodes sees it and whether this one
 * starts anew meanwhile, for what was said is kept. Whoever runs the server gets a mail, of one media server at most one an
 * hour. Thread-safe.
 */
@Component(service = ServerAlarm.class)
public final class ServerAlarm {

    static final Duration PAUSE = Duration.ofHours(1);

    private static final String ROOT_ROLE = "root";

    private final MediaServerStore store;
    private final UnitOfWork unit;
    private final Events events;
    private final Mails mails;
    private final People people;
    private final Portals portals;
    private final PortalLinks links;
    private final Clock clock;

    @Activate
    public ServerAlarm(
            @Reference MediaServerStore store,
            @Reference UnitOfWork unit,
            @Reference Events events,
            @Reference Mails mails,
            @Reference People people,
            @Reference Portals portals,
            @Reference PortalLinks links) {
        this(store, unit, events, mails, people, portals, links, Clock.systemUTC());
    }

    ServerAlarm(
            MediaServerStore store,
            UnitOfWork unit,
            Events events,
            Mails mails,
            People people,
            Portals portals,
            PortalLinks links,
            Clock clock) {
        this.store = store;
        this.unit = unit;
        this.events = events;
        this.mails = mails;
        this.people = people;
        this.portals = portals;
        this.links = links;
        this.clock = clock;
    }

    /** The server does not work. */
    void down(String server, String region, String detail) {
        Instant now = now();
        unit.run(() -> {
            if (store.change(server, note -> note.down(now))) {
                events.publish(PortalId.ROOT, ServerEvents.DOWN, server, new ServerEvents.Down(server, region, detail));
                if (store.change(server, note -> note.told(now, PAUSE))) {
                    roots().forEach(person -> mail(person, server, detail));
                }
            }
        });
    }

    /** The server works. */
    void up(String server) {
        Instant now = now();
        unit.run(() -> {
            Optional<Instant> since = store.notes().stream()
                    .filter(note -> note.server().equals(server))
                    .findFirst()
                    .flatMap(ServerNote::downSince);
            if (store.change(server, ServerNote::up)) {
                long seconds = Duration.between(since.orElse(now), now).toSeconds();
                events.publish(PortalId.ROOT, ServerEvents.UP, server, new ServerEvents.Up(server, seconds));
            }
        });
    }

    /** No meeting is on the server; says so if it is being emptied. */
    void empty(String server) {
        unit.run(() -> {
            if (store.change(server, ServerNote::emptied)) {
                events.publish(PortalId.ROOT, ServerEvents.DRAINED, server, new ServerEvents.Named(server));
            }
        });
    }

    /** The server is fuller or emptier than before. */
    void load(ServerEvents.Load load) {
        events.publish(PortalId.ROOT, ServerEvents.LOAD, load.server(), load);
    }

    private List<Person> roots() {
        List<Person> found = new ArrayList<>();
        Page.walk(page -> people.list(PortalId.ROOT, Optional.empty(), page), person -> {
            if (person.roles().contains(ROOT_ROLE) && person.mayEnter()) {
                found.add(person);
            }
        });
        return found;
    }

    private void mail(Person person, String server, String detail) {
        person.email().ifPresent(address -> {
            String language = person.language()
                    .or(() -> portals.find(PortalId.ROOT).map(root -> root.language()))
                    .orElse("en");
            String link = links.link(PortalId.ROOT, "/media-servers").toString();
            mails.send(
                    PortalId.ROOT,
                    new MailDraft(
                            address,
                            ServerDownTemplate.NAME,
                            language,
                            Map.of("name", person.name(), "server", server, "detail", detail, "link", link),
                            Optional.of(person.id())));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
