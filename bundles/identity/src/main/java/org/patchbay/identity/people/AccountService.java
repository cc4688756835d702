package org.patchbay.identity.people;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.password.Guesses;
import org.patchbay.identity.password.Passwords;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.store.PersonStore;

/** What people do with their own account. */
@Component(service = AccountService.class)
public final class AccountService {

    private final PersonStore people;
    private final Passwords passwords;
    private final Guesses guesses;
    private final SessionBook sessions;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public AccountService(
            @Reference PersonStore people,
            @Reference Passwords passwords,
            @Reference Guesses guesses,
            @Reference SessionBook sessions,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.people = people;
        this.passwords = passwords;
        this.guesses = guesses;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /** Changes the own password; every other session of the person ends. A wrong present one counts as a guess. */
    public void changePassword(Caller.Member caller, String present, String password, String address) {
        Person person = work.call(() -> people.find(caller.portal(), caller.person()))
                .orElseThrow(() -> Problem.UNAUTHENTICATED.because("Sign in first"));
        Optional<String> stored = work.call(() -> people.passwordHash(caller.portal(), caller.person()));
        Guesses.Guess guess = guesses.begin(caller.portal(), person.login(), address);
        if (!passwords.matches(present, stored)) {
            throw Problem.INVALID.at("/present", "password.wrong", "is not your present password");
        }
        guesses.right(guess);
        String hash = passwords.hash("/password", password);
        work.run(() -> {
            people.setPasswordHash(caller.portal(), caller.person(), hash);
            sessions.endOf(caller.portal(), caller.person(), Optional.of(caller.session()));
            events.publish(caller.portal(), IdentityEvents.UPDATED, person.id().value(), PersonChange.of(person));
            audit.record(
                    caller.portal(),
                    caller,
                    PersonAudit.about(IdentityEvents.UPDATED, person.id(), Map.of("password", "changed")));
        });
    }
}
