package org.patchbay.click2meet;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.click2meet.link.Host;
import org.patchbay.click2meet.link.LinkNames;
import org.patchbay.click2meet.link.PersonalLink;
import org.patchbay.click2meet.store.LinkStore;

/** The personal links of a portal's people: chosen by themselves or by who manages them. Thread-safe. */
@Component(service = PersonalLinks.class)
public final class PersonalLinks {

    private static final int SUGGESTIONS = 100;
    private static final int WRONG_NAMES = 100;

    private final LinkStore store;
    private final People people;
    private final Portals portals;
    private final Access access;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Throttle wrongNames;
    private final Clock clock;

    @Activate
    public PersonalLinks(
            @Reference LinkStore store,
            @Reference People people,
            @Reference Portals portals,
            @Reference Access access,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this(store, people, portals, access, events, audit, unit, cluster, Clock.systemUTC());
    }

    PersonalLinks(
            LinkStore store,
            People people,
            Portals portals,
            Access access,
            Events events,
            Audit audit,
            UnitOfWork unit,
            Cluster cluster,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.portals = portals;
        this.access = access;
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.wrongNames = new Throttle(cluster, "click2meet-wrong-names", WRONG_NAMES, Duration.ofMinutes(10), clock);
        this.clock = clock;
    }

    /** Whether the portal lets its people have links. */
    public boolean offered(PortalId portal) {
        return portals.find(portal)
                .filter(found -> found.has(Feature.CLICK2MEET))
                .isPresent();
    }

    /** A person's link; until one is chosen, a name that is free, switched off. */
    public PersonalLink of(PortalId portal, PersonId id, Caller by) {
        Person person = require(portal, id, by);
        return store.of(portal, id).orElseGet(() -> new PersonalLink(id, suggestion(portal, person), false));
    }

    private String suggestion(PortalId portal, Person person) {
        String name = LinkNames.suggest(person.name());
        for (int number = 1; number < SUGGESTIONS; number++) {
            String tried = number == 1 ? name : name + "-" + number;
            if (store.named(portal, tried).isEmpty()) {
                return tried;
            }
        }
        return "person-" + person.id().value();
    }

    /**
     * Chooses the name and whether the link is on.
     *
     * @throws PatchbayException INVALID or CONFLICT with the field, FORBIDDEN for other people's links and where the portal
     *     has none
     */
    public PersonalLink change(PortalId portal, PersonId id, String name, boolean on, Caller by) {
        Person person = require(portal, id, by);
        var link = new PersonalLink(id, LinkNames.check(name), on);
        if (on && !offered(portal)) {
            throw Problem.CONFLICT.because("feature.off", "Personal links are not switched on in this portal");
        }
        try {
            unit.run(() -> change(portal, person, link, by));
        } catch (RuntimeException e) {
            // Another may have taken the name between the question and the answer.
            requireFree(portal, link);
            throw e;
        }
        return link;
    }

    private void change(PortalId portal, Person person, PersonalLink link, Caller by) {
        store.named(portal, link.name())
                .map(PersonalLink::person)
                .filter(other -> people.find(portal, other).isEmpty())
                .ifPresent(deleted -> store.erase(portal, deleted));
        requireFree(portal, link);
        Optional<PersonalLink> before = store.of(portal, person.id());
        if (before.filter(link::equals).isPresent()) {
            return;
        }
        store.save(portal, link);
        var draft = new AuditDraft(
                        Click2MeetEvents.LINK_CHANGED,
                        "person",
                        person.id().value(),
                        before.map(PersonalLinks::fields).orElse(Map.of()),
                        fields(link))
                .personal(person.id(), "link");
        audit.record(portal, by, draft);
        events.publish(
                portal,
                Click2MeetEvents.LINK_CHANGED,
                person.id().value(),
                new Click2MeetEvents.LinkChanged(person.id().value(), link.name(), link.on()));
    }

    private static Map<String, String> fields(PersonalLink link) {
        return Map.of("link", link.name(), "linkOn", String.valueOf(link.on()));
    }

    private void requireFree(PortalId portal, PersonalLink link) {
        boolean taken = store.named(portal, link.name())
                .filter(other -> !other.person().equals(link.person()))
                .isPresent();
        if (taken) {
            throw Problem.CONFLICT.at("/name", "click2meet.taken", "is the link of somebody else", Map.of());
        }
    }

    /** Oneself, or somebody whom one manages. */
    private Person require(PortalId portal, PersonId id, Caller by) {
        boolean own =
                by.portal().equals(portal) && by.personId().filter(id::equals).isPresent();
        Scope managed = access.scope(by, portal, Right.MANAGE_PEOPLE);
        if (!own && managed.isEmpty()) {
            throw Problem.FORBIDDEN.because("Only managers of people see the links of others");
        }
        return people.find(portal, id)
                .filter(person ->
                        own || person.memberships().stream().anyMatch(place -> managed.includes(place.department())))
                .orElseThrow(() -> Problem.NOT_FOUND.because("person.unknown", "There is no such person"));
    }

    /** Whom a visitor finds at the link; NOT_FOUND for one that is off, for whatever reason. */
    public Host open(PortalId portal, String name, Caller visitor) {
        String address = Throttle.addressOf(visitor);
        wrongNames.require(portal, address);
        Optional<Host> host = portals.find(portal)
                .filter(found -> found.has(Feature.CLICK2MEET) && found.isOpenAt(clock.instant()))
                .flatMap(found -> find(found, name));
        if (host.isEmpty()) {
            wrongNames.pass(portal, address);
        }
        return host.orElseThrow(
                () -> Problem.NOT_FOUND.because("click2meet.unknown", "Nobody is reached by this link"));
    }

    private Optional<Host> find(Portal portal, String name) {
        return Optional.of(name)
                .filter(LinkNames::isName)
                .flatMap(sound -> store.named(portal.id(), sound))
                .filter(PersonalLink::on)
                .flatMap(link -> people.find(portal.id(), link.person())
                        .filter(person -> person.status() == PersonStatus.ACTIVE)
                        .map(person -> new Host(link, person)));
    }
}
