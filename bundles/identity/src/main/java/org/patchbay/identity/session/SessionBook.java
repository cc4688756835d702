package org.patchbay.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions.NewSession;
import org.patchbay.identity.IdentityConfig;
import org.patchbay.identity.status.Gate;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.SessionStore;
import org.patchbay.identity.store.StoredSession;

/** Begins sessions, finds them by their secret and ends them. Called inside a unit of work. Thread-safe. */
@Component(service = SessionBook.class, configurationPid = "org.patchbay.identity")
@Designate(ocd = IdentityConfig.class)
public final class SessionBook {

    private static final int SECRET_BITS = 256;
    private static final Duration LONGEST_VISIT = Duration.ofHours(24);
    private static final Duration BETWEEN_MARKS = Duration.ofMinutes(5);

    private final SessionStore sessions;
    private final PersonStore people;
    private final Gate gate;
    private final SessionEnds ends;
    private final Duration idle;
    private final Duration longest;
    private final Clock clock;

    @Activate
    public SessionBook(
            @Reference SessionStore sessions,
            @Reference PersonStore people,
            @Reference Gate gate,
            @Reference SessionEnds ends,
            IdentityConfig config) {
        this(sessions, people, gate, ends, config, Clock.systemUTC());
    }

    public SessionBook(
            SessionStore sessions,
            PersonStore people,
            Gate gate,
            SessionEnds ends,
            IdentityConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.gate = gate;
        this.ends = ends;
        this.idle = Duration.ofHours(config.sessionIdleHours());
        this.longest = Duration.ofDays(config.sessionDays());
        this.clock = clock;
    }

    /** Begins a person's session. */
    public NewSession begin(Person person, String address, String device) {
        String secret = Secret.random(SECRET_BITS);
        String id = Ids.next(clock);
        Instant now = now();
        sessions.insert(new StoredSession(
                id,
                person.portal(),
                Secret.hash(secret),
                Optional.of(person.id()),
                Optional.empty(),
                Optional.empty(),
                earlier(now.plus(idle), now.plus(longest)),
                now.plus(longest),
                now,
                now,
                Optional.of(address),
                Optional.of(device),
                Optional.of(person.roles())));
        return new NewSession(Caller.Member.of(person, id, address), secret, Secret.csrfToken(secret));
    }

    /** Begins a guest's session, or goes on with the one that they have for the same meeting. */
    NewSession admit(PortalId portal, String meeting, String name, Caller by) {
        Optional<String> earlier = visit(by, portal, meeting);
        String secret = Secret.random(SECRET_BITS);
        String id = earlier.orElseGet(() -> Ids.next(clock));
        Instant end = now().plus(LONGEST_VISIT);
        var visit = new StoredSession(
                id,
                portal,
                Secret.hash(secret),
                Optional.empty(),
                Optional.of(meeting),
                Optional.of(name),
                end,
                end,
                now(),
                now(),
                Optional.of(by.address()),
                Optional.empty(),
                Optional.empty());
        if (earlier.isEmpty() || !sessions.renew(visit)) {
            sessions.insert(visit);
        }
        return new NewSession(
                new Caller.Guest(portal, meeting, id, name, by.address()), secret, Secret.csrfToken(secret));
    }

    private static Optional<String> visit(Caller by, PortalId portal, String meeting) {
        return by instanceof Caller.Guest guest
                        && guest.portal().equals(portal)
                        && guest.meeting().equals(meeting)
                ? Optional.of(guest.id())
                : Optional.empty();
    }

    /** Whose session this is; using it keeps it alive. */
    public Optional<Caller> open(PortalId portal, String secret, String address) {
        Instant now = now();
        Optional<StoredSession> found =
                sessions.find(portal, Secret.hash(secret)).filter(session -> now.isBefore(session.expires()));
        Optional<Caller> caller = found.flatMap(session -> caller(session, address));
        caller.ifPresent(known -> keepAlive(found.get(), now, address));
        return caller;
    }

    /** Ends one session; answers whose it was if it was a person's. */
    Optional<PersonId> end(PortalId portal, String id) {
        Optional<StoredSession> ended = sessions.delete(portal, id);
        ends.announce(ended.stream().map(StoredSession::id).toList());
        return ended.flatMap(StoredSession::person);
    }

    /** Where the person is signed in, the latest use first; the present session is marked. */
    public List<SessionShown> list(PortalId portal, PersonId person, Optional<String> present) {
        Instant now = now();
        return sessions.list(portal, person).stream()
                .filter(session -> now.isBefore(session.expires()))
                .map(session -> SessionShown.of(session, present))
                .toList();
    }

    /** Ends one session of the person. */
    public void endOne(PortalId portal, PersonId person, String id) {
        boolean theirs = sessions.list(portal, person).stream()
                .anyMatch(session -> session.id().equals(id));
        if (!theirs) {
            throw Problem.NOT_FOUND.because("session.unknown", "There is no such session");
        }
        end(portal, id);
    }

    /** Ends every session of the person but the one named; answers how many. */
    public int endOf(PortalId portal, PersonId person, Optional<String> butThis) {
        List<String> ended = sessions.deleteOfPerson(portal, person, butThis);
        ends.announce(ended);
        return ended.size();
    }

    /** Ends every session of everybody of whom it holds. */
    public void endWhere(PortalId portal, Predicate<Person> holds) {
        sessions.people(portal).stream()
                .flatMap(id -> people.find(portal, id).stream())
                .filter(holds)
                .forEach(person -> endOf(portal, person.id(), Optional.empty()));
    }

    /** Ends the sessions of the meeting's guests. */
    void endOf(PortalId portal, String meeting) {
        ends.announce(sessions.deleteOfMeeting(portal, meeting));
    }

    /** Ends every session of the portal. */
    public void endAll(PortalId portal) {
        ends.announce(sessions.erase(portal));
    }

    private Optional<Caller> caller(StoredSession session, String address) {
        if (session.person().isPresent()) {
            return people.find(session.portal(), session.person().get())
                    .filter(person -> gate.lets(person, address))
                    .map(person -> member(person, session, address));
        }
        return Optional.of(new Caller.Guest(
                session.portal(),
                session.meeting().orElseThrow(),
                session.id(),
                session.name().orElseThrow(),
                address));
    }

    /** Roles taken away count at once, roles given from the next sign-in. */
    private static Caller member(Person person, StoredSession session, String address) {
        Set<String> roles = new HashSet<>(person.roles());
        session.roles().ifPresent(roles::retainAll);
        return new Caller.Member(
                person.portal(),
                person.id(),
                person.name(),
                Set.copyOf(roles),
                person.memberships(),
                session.id(),
                address);
    }

    /** Written seldom, as most requests only read; but at once when it comes from elsewhere. */
    private void keepAlive(StoredSession session, Instant now, String address) {
        boolean elsewhere = !session.address().filter(address::equals).isPresent();
        if (session.person().isPresent()
                && (elsewhere || Duration.between(session.lastUsed(), now).compareTo(BETWEEN_MARKS) > 0)) {
            sessions.used(session.portal(), session.id(), earlier(now.plus(idle), session.ends()), now, address);
        }
    }

    /** The moment, as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * A session as its owner sees it.
     *
     * @param present whether it is the one that asks
     */
    public record SessionShown(
            String id, String device, String address, Instant created, Instant lastUsed, boolean present) {
        static SessionShown of(StoredSession session, Optional<String> present) {
            return new SessionShown(
                    session.id(),
                    session.device().orElse(""),
                    session.address().orElse(""),
                    session.created(),
                    session.lastUsed(),
                    present.filter(session.id()::equals).isPresent());
        }
    }
}
