package org.patchbay.identity.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.signin.NewPasswords;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.identity.store.PersonStore;

/** What people do with their own account. */
@Component(service = AccountService.class)
public final class AccountService {

    private final PersonStore people;
    private final PersonStatuses statuses;
    private final DirectoryLinkStore directoryLinks;
    private final PresentPassword presentPassword;
    private final NewPasswords newPasswords;
    private final SessionBook sessions;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public AccountService(
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference DirectoryLinkStore directoryLinks,
            @Reference PresentPassword presentPassword,
            @Reference NewPasswords newPasswords,
            @Reference SessionBook sessions,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.people = people;
        this.statuses = statuses;
        this.directoryLinks = directoryLinks;
        this.presentPassword = presentPassword;
        this.newPasswords = newPasswords;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /** Changes the own password; every other session of the person ends. A wrong present one counts as a guess. */
    public void changePassword(Caller.Member caller, String present, String password) {
        if (work.call(() -> directoryLinks.find(caller.portal(), caller.person()))
                .isPresent()) {
            throw Problem.CONFLICT.because(
                    "password.directory", "This password is kept in a directory and is changed there");
        }
        Person person = presentPassword.confirm(caller, present);
        String hash = newPasswords.hash(caller.portal(), "/password", password, person.login(), person.email());
        work.run(() -> {
            newPasswords.set(person, hash, false, caller);
            sessions.endOf(caller.portal(), caller.person(), Optional.of(caller.session()));
            events.publish(caller.portal(), IdentityEvents.UPDATED, person.id().value(), PersonChange.of(person));
        });
    }

    /** Changes the own language and time zone. */
    public Person changeProfile(Caller.Member caller, Optional<String> language, Optional<String> zone) {
        List<FieldError> errors = new ArrayList<>();
        Optional<String> spoken = PersonRules.language(language, errors);
        Optional<String> kept = PersonRules.zone(zone, errors);
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return work.call(() -> {
            Person present = people.find(caller.portal(), caller.person())
                    .orElseThrow(() -> Problem.UNAUTHENTICATED.because("Sign in first"));
            Person changed = present.with(
                    present.draft().edit().language(spoken).zone(kept).done(), present.version() + 1);
            people.update(changed);
            events.publish(caller.portal(), IdentityEvents.UPDATED, present.id().value(), PersonChange.of(changed));
            audit.record(
                    caller.portal(),
                    caller,
                    PersonAudit.change(IdentityEvents.UPDATED, Optional.of(present), Optional.of(changed)));
            return statuses.current(changed);
        });
    }
}
