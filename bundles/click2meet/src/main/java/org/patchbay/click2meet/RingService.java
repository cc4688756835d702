package org.patchbay.click2meet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Names;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.meetings.Meetings;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.click2meet.link.Host;
import org.patchbay.click2meet.ring.Reachability;
import org.patchbay.click2meet.ring.Ring;
import org.patchbay.click2meet.ring.Ring.Answer;
import org.patchbay.click2meet.ring.Ring.State;
import org.patchbay.click2meet.ring.RingBook;
import org.patchbay.click2meet.ring.WaitingLine;

/** Visitors ring, and the person whose link it is answers or has no time. Thread-safe. */
@Component(service = RingService.class, configurationPid = "org.patchbay.click2meet")
public final class RingService {

    /** The longest line that a visitor says it is about, and that the person answers. */
    static final int LINE_LIMIT = 200;

    static final int NAME_LIMIT = 64;

    private final PersonalLinks links;
    private final Reachability reachability;
    private final Sessions sessions;
    private final Meetings meetings;
    private final Events events;
    private final UnitOfWork unit;
    private final RingBook book;
    private final WaitingLine line;
    private final Throttle throttle;
    private final Throttle beginnings;
    private final Duration ringTime;
    private final Clock clock;

    @Activate
    public RingService(
            @Reference PersonalLinks links,
            @Reference Reachability reachability,
            @Reference Sessions sessions,
            @Reference Meetings meetings,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster,
            Click2MeetConfig config) {
        this(links, reachability, sessions, meetings, events, unit, cluster, config, Clock.systemUTC());
    }

    RingService(
            PersonalLinks links,
            Reachability reachability,
            Sessions sessions,
            Meetings meetings,
            Events events,
            UnitOfWork unit,
            Cluster cluster,
            Click2MeetConfig config,
            Clock clock) {
        this.links = links;
        this.reachability = reachability;
        this.sessions = sessions;
        this.meetings = meetings;
        this.events = events;
        this.unit = unit;
        this.ringTime = Duration.ofSeconds(config.ringSeconds());
        this.book = new RingBook(cluster, ringTime);
        this.line = new WaitingLine(cluster, ringTime, book, config.waitingPerPerson(), config.waitingPerAddress());
        this.throttle =
                new Throttle(cluster, "click2meet-rings-of", config.ringsPerAddress(), Duration.ofMinutes(10), clock);
        this.beginnings =
                new Throttle(cluster, "click2meet-begins-of", config.ringsPerAddress(), Duration.ofMinutes(10), clock);
        this.clock = clock;
    }

    /** A visitor's ring, and the session of a visitor who has no account. */
    public record Booked(Ring ring, Optional<Sessions.NewSession> session) {}

    /**
     * Takes down that a visitor wants to ring; it rings once the visitor opens the live channel {@code ringing}, and as long
     * as that is open.
     *
     * @throws PatchbayException NOT_FOUND for no such link, CONFLICT with {@code click2meet.away} when the person has no
     *     page open, LIMITED after too many
     */
    public Booked book(PortalId portal, String link, String name, Optional<String> about, Caller by) {
        String said = Names.check("/name", name, NAME_LIMIT);
        Optional<String> topic = about.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Names.check("/about", text, LINE_LIMIT));
        Host host = links.open(portal, link, by);
        PersonId person = host.person().id();
        requireReached(portal, person);
        throttle.pass(portal, Throttle.addressOf(by));
        String id = Ids.next(clock);
        if (by instanceof Caller.Member member) {
            if (member.person().equals(person)) {
                throw Problem.CONFLICT.because("click2meet.yourself", "This is your own link");
            }
            String own = member.person().value();
            return new Booked(
                    add(portal, ring(id, person, own, Optional.of(own), member.name(), topic)), Optional.empty());
        }
        Sessions.NewSession session = sessions.admitGuest(portal, id, said, by);
        Ring ring = add(portal, ring(id, person, visitor(session.caller()), Optional.empty(), said, topic));
        return new Booked(ring, Optional.of(session));
    }

    private void requireReached(PortalId portal, PersonId person) {
        if (!reachability.reaches(portal, person)) {
            throw Problem.CONFLICT.because("click2meet.away", "This person has no page open where it would ring");
        }
    }

    private Ring ring(
            String id, PersonId person, String visitor, Optional<String> member, String name, Optional<String> about) {
        Instant now = clock.instant();
        return new Ring(
                id,
                person,
                visitor,
                member,
                name,
                about,
                State.BOOKED,
                now,
                now.plus(ringTime),
                Optional.empty(),
                Answer.NONE);
    }

    private Ring add(PortalId portal, Ring ring) {
        book.add(portal, ring);
        return ring;
    }

    /** Who a visitor is for the time of the ring. */
    static String visitor(Caller caller) {
        return caller instanceof Caller.Guest guest
                ? guest.id()
                : caller.personId().map(PersonId::value).orElse("");
    }

    /** The visitor's own ring. */
    Ring own(PortalId portal, String id, Caller visitor) {
        return book.find(portal, id)
                .filter(ring -> ring.visitor().equals(visitor(visitor)))
                .orElseThrow(RingService::unknown);
    }

    /**
     * It rings from now on, unless it is over already, nobody would hear it, it was too often or too many wait. Where it
     * rings already, as the visitor is back before the old connection was missed, it goes on for the new one.
     */
    Ring begin(PortalId portal, Ring ring, Caller visitor, String wait) {
        Optional<Ring> goesOn = takeOver(portal, ring, wait);
        if (goesOn.isPresent()) {
            return goesOn.get();
        }
        requireReached(portal, ring.person());
        String address = Throttle.addressOf(visitor);
        beginnings.pass(portal, address);
        String person = ring.person().value();
        line.enter(portal, ring, address);
        Instant now = clock.instant();
        Optional<Ring> ringing =
                book.step(portal, ring.id(), State.BOOKED, booked -> booked.ringing(now, now.plus(ringTime), wait));
        if (ringing.isEmpty()) {
            return takeOver(portal, ring, wait).orElseGet(() -> {
                line.leave(portal, ring, address);
                return own(portal, ring.id(), visitor);
            });
        }
        var data = new Click2MeetEvents.Rang(person, ring.id(), ring.member(), ring.name(), ring.about());
        events.publish(portal, Click2MeetEvents.RANG, person, data);
        book.tell(portal, ring);
        return ringing.get();
    }

    private Optional<Ring> takeOver(PortalId portal, Ring ring, String wait) {
        return book.step(portal, ring.id(), Ring::active, now -> now.heldBy(wait));
    }

    /** How long it rings yet. */
    Duration left(Ring ring) {
        Duration left = Duration.between(clock.instant(), ring.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * The time is over, or the visitor goes; harmless when it rings no more, or for another connection. Who gave up may come
     * back to wait again.
     */
    void stop(PortalId portal, Ring ring, Caller visitor, String wait, boolean gaveUp) {
        Optional<Ring> stopped = book.step(
                portal,
                ring.id(),
                now -> now.state() == State.WAITING && now.isHeldBy(wait),
                now -> now.at(gaveUp ? State.BOOKED : State.MISSED));
        if (book.find(portal, ring.id()).filter(now -> !now.isHeldBy(wait)).isEmpty()) {
            line.leave(portal, ring, Throttle.addressOf(visitor));
        }
        stopped.ifPresent(missed -> {
            String person = ring.person().value();
            var data = new Click2MeetEvents.Missed(person, ring.id(), ring.member(), ring.name(), gaveUp);
            events.publish(portal, Click2MeetEvents.MISSED, person, data);
            book.tell(portal, ring);
        });
    }

    /** Who waits for the person, in order. */
    List<Ring> waiting(PortalId portal, PersonId person) {
        Instant now = clock.instant();
        return line.waiting(portal, person).stream()
                .filter(ring -> ring.until().isAfter(now))
                .toList();
    }

    RingBook book() {
        return book;
    }

    /**
     * The person answers: there is a meeting of theirs, and the visitor is told its link.
     *
     * @throws PatchbayException NOT_FOUND for somebody else's ring, CONFLICT with {@code click2meet.over} if another page
     *     answered, the visitor has gone or the time is over
     */
    public Meeting answer(PortalId portal, String id, Caller.Member by) {
        Ring ring = forPerson(portal, id, by);
        if (book.step(portal, id, State.WAITING, now -> now.at(State.TAKEN)).isEmpty()) {
            throw over();
        }
        try {
            Meeting meeting = unit.call(() -> meet(portal, ring, by));
            var told = new Answer(Optional.of(meeting.id()), Optional.of(meeting.code()), Optional.empty());
            book.step(portal, id, State.TAKEN, now -> now.at(State.ANSWERED, told));
            line.leave(portal, ring);
            return meeting;
        } catch (RuntimeException e) {
            boolean goesOn = clock.instant().isBefore(ring.until());
            book.step(portal, id, State.TAKEN, now -> now.at(goesOn ? State.WAITING : State.MISSED));
            throw e;
        } finally {
            book.tell(portal, ring);
        }
    }

    /** The visitor waited already: nobody waits once more in the lobby. */
    private Meeting meet(PortalId portal, Ring ring, Caller.Member by) {
        var draft = new MeetingDraft(
                ring.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Lobby.OFF),
                Optional.empty());
        Meeting meeting = meetings.start(portal, draft, by);
        String person = ring.person().value();
        events.publish(
                portal,
                Click2MeetEvents.ANSWERED,
                person,
                new Click2MeetEvents.Answered(person, ring.id(), ring.member(), ring.name(), meeting.id()));
        return meeting;
    }

    /** The person has no time now, and may say something about it. */
    public void decline(PortalId portal, String id, Optional<String> message, Caller.Member by) {
        Optional<String> said = message.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Names.check("/message", text, LINE_LIMIT));
        Ring ring = forPerson(portal, id, by);
        var told = new Answer(Optional.empty(), Optional.empty(), said);
        if (book.step(portal, id, State.WAITING, now -> now.at(State.DECLINED, told))
                .isEmpty()) {
            throw over();
        }
        String person = ring.person().value();
        var data = new Click2MeetEvents.Declined(person, id, ring.member(), ring.name(), said);
        events.publish(portal, Click2MeetEvents.DECLINED, person, data);
        line.leave(portal, ring);
        book.tell(portal, ring);
    }

    private Ring forPerson(PortalId portal, String id, Caller.Member by) {
        return book.find(portal, id)
                .filter(ring -> by.portal().equals(portal) && ring.person().equals(by.person()))
                .orElseThrow(RingService::unknown);
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("click2meet.ring-unknown", "Nobody rings here");
    }

    private static PatchbayException over() {
        return Problem.CONFLICT.because(
                "click2meet.over", "The visitor waits no more, or another page has answered", Map.of());
    }
}
