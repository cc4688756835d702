package org.patchbay.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions.NewSession;
import org.patchbay.identity.IdentityConfig;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.SessionStore;
import org.patchbay.identity.store.StoredSession;

/** Begins sessions, finds them by their secret and ends them. Called inside a unit of work. Thread-safe. */
@Component(service = SessionBook.class, configurationPid = "org.patchbay.identity")
@Designate(ocd = IdentityConfig.class)
public final class SessionBook {

    private static final int SECRET_BITS = 256;
    private static final Duration LONGEST_VISIT = Duration.ofHours(24);

    private final SessionStore sessions;
    private final PersonStore people;
    private final PersonStatuses statuses;
    private final SessionEnds ends;
    private final Duration idle;
    private final Duration longest;
    private final Clock clock;

    @Activate
    public SessionBook(
            @Reference SessionStore sessions,
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference SessionEnds ends,
            IdentityConfig config) {
        this(sessions, people, statuses, ends, config, Clock.systemUTC());
    }

    public SessionBook(
            SessionStore sessions,
            PersonStore people,
            PersonStatuses statuses,
            SessionEnds ends,
            IdentityConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.statuses = statuses;
        this.ends = ends;
        this.idle = Duration.ofHours(config.sessionIdleHours());
        this.longest = Duration.ofDays(config.sessionDays());
        this.clock = clock;
    }

    /** Begins a person's session. */
    public NewSession begin(Person person, String address) {
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
                now.plus(longest)));
        return new NewSession(Caller.Member.of(person, id, address), secret, Secret.csrfToken(secret));
    }

    /** Begins a guest's session. */
    NewSession admit(PortalId portal, String meeting, String name, String address) {
        String secret = Secret.random(SECRET_BITS);
        String id = Ids.next(clock);
        Instant end = now().plus(LONGEST_VISIT);
        sessions.insert(new StoredSession(
                id, portal, Secret.hash(secret), Optional.empty(), Optional.of(meeting), Optional.of(name), end, end));
        return new NewSession(new Caller.Guest(portal, meeting, id, name, address), secret, Secret.csrfToken(secret));
    }

    /** Whose session this is; using it keeps it alive. */
    Optional<Caller> open(PortalId portal, String secret, String address) {
        Instant now = now();
        Optional<StoredSession> found =
                sessions.find(portal, Secret.hash(secret)).filter(session -> now.isBefore(session.expires()));
        Optional<Caller> caller = found.flatMap(session -> caller(session, address));
        caller.ifPresent(known -> keepAlive(found.get(), now));
        return caller;
    }

    /** Ends one session; answers whose it was if it was a person's. */
    Optional<PersonId> end(PortalId portal, String id) {
        Optional<StoredSession> ended = sessions.delete(portal, id);
        ends.announce(ended.stream().map(StoredSession::id).toList());
        return ended.flatMap(StoredSession::person);
    }

    /** Ends every session of the person but the one named. */
    public void endOf(PortalId portal, PersonId person, Optional<String> butThis) {
        ends.announce(sessions.deleteOfPerson(portal, person, butThis));
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
                    .filter(statuses::isActive)
                    .map(person -> Caller.Member.of(person, session.id(), address));
        }
        return Optional.of(new Caller.Guest(
                session.portal(),
                session.meeting().orElseThrow(),
                session.id(),
                session.name().orElseThrow(),
                address));
    }

    /** Written at most some twenty times in an idle period, as most requests only read. */
    private void keepAlive(StoredSession session, Instant now) {
        Instant expires = earlier(now.plus(idle), session.ends());
        if (session.person().isPresent()
                && Duration.between(session.expires(), expires).compareTo(idle.dividedBy(20)) > 0) {
            sessions.extend(session.portal(), session.id(), expires);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
