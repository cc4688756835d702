package org.patchbay.identity.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.directory.DirectorySignIn;
import org.patchbay.identity.factor.FactorAudit;
import org.patchbay.identity.factor.SecondFactors;
import org.patchbay.identity.factor.SecondFactors.SecondFactorState;
import org.patchbay.identity.link.RootSetup;
import org.patchbay.identity.session.SessionAudit;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.signin.NewPasswords;
import org.patchbay.identity.store.DirectoryLink;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.token.ApiTokens;

/** How administrators look after the way other people sign in; nobody does it for somebody who may do more. Thread-safe. */
@Component(service = PersonSecurity.class)
public final class PersonSecurity {

    private final PersonStore people;
    private final Precedence precedence;
    private final SecondFactors factors;
    private final NewPasswords newPasswords;
    private final DirectorySignIn directories;
    private final DirectoryLinkStore directoryLinks;
    private final SessionBook sessions;
    private final ApiTokens tokens;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public PersonSecurity(
            @Reference PersonStore people,
            @Reference Precedence precedence,
            @Reference SecondFactors factors,
            @Reference NewPasswords newPasswords,
            @Reference DirectorySignIn directories,
            @Reference DirectoryLinkStore directoryLinks,
            @Reference SessionBook sessions,
            @Reference ApiTokens tokens,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.people = people;
        this.precedence = precedence;
        this.factors = factors;
        this.newPasswords = newPasswords;
        this.directories = directories;
        this.directoryLinks = directoryLinks;
        this.sessions = sessions;
        this.tokens = tokens;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    public SecondFactorState look(PortalId portal, PersonId id, Caller by) {
        return work.call(() -> factors.state(managed(portal, id, by)));
    }

    /** Asks a second factor of the person, or asks it no more: then what was set up goes too. */
    public SecondFactorState require(PortalId portal, PersonId id, boolean required, Caller by) {
        return work.call(() -> {
            Person person = other(portal, id, by);
            if (!required) {
                precedence.requireCredentials(by, person);
            }
            SecondFactorState before = factors.state(person);
            if (required) {
                factors.require(person);
                if (!before.enrolled()) {
                    // The next sign-in sets one up.
                    sessions.endOf(portal, id, Optional.empty());
                }
            } else {
                factors.reset(person, false);
            }
            SecondFactorState after = factors.state(person);
            audit.record(portal, by, FactorAudit.change("person.second-factor", id, before, after));
            return after;
        });
    }

    /** Takes app, passkeys and recovery codes away, as with a lost phone: the next sign-in sets an app up again. */
    public void resetSecondFactor(PortalId portal, PersonId id, Caller by) {
        work.run(() -> {
            Person person = other(portal, id, by);
            precedence.requireCredentials(by, person);
            SecondFactorState before = factors.state(person);
            factors.reset(person, before.requiredOfPerson() || before.enrolled());
            sessions.endOf(portal, id, Optional.empty());
            events.publish(portal, IdentityEvents.SECOND_FACTOR_RESET, id.value(), PersonChange.of(person));
            audit.record(
                    portal,
                    by,
                    FactorAudit.change(IdentityEvents.SECOND_FACTOR_RESET, id, before, factors.state(person)));
        });
    }

    /** Sets a password that the administrator tells the person; every session ends. */
    public void setPassword(PortalId portal, PersonId id, String password, boolean mustChange, Caller by) {
        Person known = work.call(() -> settable(portal, id, by));
        // Hashed outside of the unit of work, as it takes long.
        String hash = newPasswords.hash(portal, "/password", password, known.login(), known.email());
        work.run(() -> {
            Person person = settable(portal, id, by);
            newPasswords.set(person, hash, mustChange, by);
            sessions.endOf(portal, id, Optional.empty());
            Person changed = people.find(portal, id).orElse(person);
            events.publish(portal, IdentityEvents.UPDATED, id.value(), PersonChange.of(changed));
        });
    }

    /** Who keeps the person's password, and whether the caller may change that. */
    public PasswordPlace passwordPlace(PortalId portal, PersonId id, Caller by) {
        return work.call(() -> {
            Person person = managed(portal, id, by);
            return new PasswordPlace(
                    person.hasPassword(),
                    directoryLinks.find(portal, id).map(DirectoryLink::plugin),
                    precedence.beyondCredentials(by, person));
        });
    }

    /** Takes the person's own password away, so that the portal's directory is asked from now on; every session ends. */
    public void useDirectory(PortalId portal, PersonId id, Caller by) {
        work.run(() -> {
            Person person = other(portal, id, by);
            precedence.requireCredentials(by, person);
            if (directories.list(portal).stream().noneMatch(DirectorySignIn.DirectoryView::connected)) {
                throw Problem.CONFLICT.because("directory.none", "No directory is connected to this portal");
            }
            if (portal.isRoot() && person.login().equals(RootSetup.LOGIN)) {
                throw Problem.CONFLICT.because(
                        "directory.root", "Root's own password is the way in when a directory fails");
            }
            people.removePassword(portal, id);
            sessions.endOf(portal, id, Optional.empty());
            Person changed = people.find(portal, id).orElse(person);
            events.publish(portal, IdentityEvents.UPDATED, id.value(), PersonChange.of(changed));
            audit.record(portal, by, PersonAudit.about("person.password-removed", id, Map.of("password", "removed")));
        });
    }

    public List<SessionBook.SessionShown> sessions(PortalId portal, PersonId id, Caller by) {
        return work.call(() -> {
            managed(portal, id, by);
            return sessions.list(portal, id, Optional.empty());
        });
    }

    public void endSession(PortalId portal, PersonId id, String session, Caller by) {
        work.run(() -> {
            managed(portal, id, by);
            sessions.endOne(portal, id, session);
            audit.record(portal, by, SessionAudit.one(id, session));
        });
    }

    public void endSessions(PortalId portal, PersonId id, Caller by) {
        work.run(() -> {
            managed(portal, id, by);
            int ended = sessions.endOf(portal, id, Optional.empty());
            audit.record(portal, by, SessionAudit.many(id, ended));
        });
    }

    public List<ApiTokens.ApiToken> tokens(PortalId portal, PersonId id, Caller by) {
        work.run(() -> managed(portal, id, by));
        return tokens.list(portal, id);
    }

    public void revokeToken(PortalId portal, PersonId id, String token, Caller by) {
        work.run(() -> managed(portal, id, by));
        tokens.revoke(portal, id, token, by);
    }

    /**
     * Who keeps somebody's password.
     *
     * @param here whether it is kept here
     * @param directory the plugin of the directory that keeps it, once the person has signed in by it
     * @param beyond a right of the person's that the caller lacks, for which the caller changes nothing of how they sign in
     */
    public record PasswordPlace(boolean here, Optional<String> directory, Optional<Right> beyond) {}

    private Person managed(PortalId portal, PersonId id, Caller by) {
        Person person = people.find(portal, id).orElseThrow(() -> Precedence.unknown(id));
        precedence.requireManage(by, person);
        return person;
    }

    private Person settable(PortalId portal, PersonId id, Caller by) {
        Person person = other(portal, id, by);
        precedence.requireCredentials(by, person, "/password");
        return person;
    }

    /** The own account asks for the present password, which this way round it would not. */
    private Person other(PortalId portal, PersonId id, Caller by) {
        Person person = managed(portal, id, by);
        if (by.portal().equals(portal) && by.personId().filter(id::equals).isPresent()) {
            throw Problem.FORBIDDEN.because("person.own", "This is your own account; use its page");
        }
        return person;
    }
}
