package org.patchbay.identity.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.password.Guesses;
import org.patchbay.identity.password.Passwords;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.PersonStore;

/** The component behind {@link Sessions}. */
@Component
public final class SessionService implements Sessions {

    private final SessionBook sessions;
    private final SessionEnds ends;
    private final PersonStore people;
    private final PersonStatuses statuses;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Access access;
    private final Events events;
    private final UnitOfWork work;

    @Activate
    public SessionService(
            @Reference SessionBook sessions,
            @Reference SessionEnds ends,
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference Passwords passwords,
            @Reference Guesses guesses,
            @Reference Access access,
            @Reference Events events,
            @Reference UnitOfWork work) {
        this.sessions = sessions;
        this.ends = ends;
        this.people = people;
        this.statuses = statuses;
        this.passwords = passwords;
        this.guesses = guesses;
        this.access = access;
        this.events = events;
        this.work = work;
    }

    @Override
    public NewSession signIn(PortalId portal, String login, String password, String address) {
        String name = login.strip();
        Guesses.Guess guess = guesses.begin(portal, name, address);
        Candidate candidate = work.call(() -> candidate(portal, name));
        // Compared even for nobody and for the disabled, so that the answer takes as long.
        boolean right = passwords.matches(password, candidate.hash());
        if (!right || candidate.person().isEmpty()) {
            throw wrong();
        }
        guesses.right(guess);
        return work.call(() -> {
            Person person = candidate
                    .person()
                    .flatMap(known -> people.find(portal, known.id()))
                    .filter(statuses::isActive)
                    .orElseThrow(SessionService::wrong);
            events.publish(portal, IdentityEvents.SIGNED_IN, person.id().value(), PersonChange.of(person));
            return sessions.begin(person, address);
        });
    }

    @Override
    public NewSession admitGuest(PortalId portal, String meeting, String name, String address) {
        return work.call(() -> sessions.admit(portal, meeting, name, address));
    }

    @Override
    public Optional<OpenSession> open(PortalId portal, String secret, String address) {
        return work.call(() -> sessions.open(portal, secret, address)
                .map(caller -> new OpenSession(caller, Secret.csrfToken(secret), access.rights(caller, portal))));
    }

    @Override
    public void signOut(PortalId portal, String session) {
        work.run(() -> sessions.end(portal, session)
                .flatMap(person -> people.find(portal, person))
                .ifPresent(this::signedOut));
    }

    @Override
    public void signOutEverywhere(PortalId portal, PersonId person) {
        work.run(() -> {
            sessions.endOf(portal, person, Optional.empty());
            people.find(portal, person).ifPresent(this::signedOut);
        });
    }

    @Override
    public AutoCloseable onEnd(Consumer<String> sessionEnded) {
        return ends.listen(sessionEnded);
    }

    private void signedOut(Person person) {
        events.publish(person.portal(), IdentityEvents.SIGNED_OUT, person.id().value(), PersonChange.of(person));
    }

    /** Both are looked up in every case, as the number of look-ups shows in the time. */
    private Candidate candidate(PortalId portal, String name) {
        Optional<Person> byLogin = people.findByLogin(portal, name);
        List<Person> byEmail = people.findByEmail(portal, name);
        Optional<Person> person = byLogin.or(
                () -> byEmail.stream().filter(one -> byEmail.size() == 1).findFirst());
        return new Candidate(person, person.flatMap(known -> people.passwordHash(portal, known.id())));
    }

    private static PatchbayException wrong() {
        return Problem.UNAUTHENTICATED.because("sign-in.wrong", "The login or the password is wrong");
    }

    private record Candidate(Optional<Person> person, Optional<String> hash) {}
}
