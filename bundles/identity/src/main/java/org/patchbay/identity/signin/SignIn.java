package org.patchbay.identity.signin;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.SignInStep;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.directory.DirectorySignIn;
import org.patchbay.identity.factor.FactorAudit;
import org.patchbay.identity.factor.SecondFactors;
import org.patchbay.identity.passkey.Passkeys;
import org.patchbay.identity.passkey.Questions;
import org.patchbay.identity.password.Guesses;
import org.patchbay.identity.password.Passwords;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.status.Gate;
import org.patchbay.identity.store.PersonStore;

/**
 * Lets people in, step by step: a password, kept here or in a directory, then a second factor if there is one (or setting one up if one is asked), then
 * a new password if one is due. There is no session before the last step. Thread-safe.
 */
@Component(service = SignIn.class)
public final class SignIn {

    private final PersonStore people;
    private final Gate gate;
    private final NewPasswords newPasswords;
    private final Passwords passwords;
    private final DirectorySignIn directories;
    private final Guesses guesses;
    private final Challenges challenges;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SessionBook sessions;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public SignIn(
            @Reference PersonStore people,
            @Reference Gate gate,
            @Reference NewPasswords newPasswords,
            @Reference Passwords passwords,
            @Reference DirectorySignIn directories,
            @Reference Guesses guesses,
            @Reference Challenges challenges,
            @Reference SecondFactors factors,
            @Reference Passkeys passkeys,
            @Reference SessionBook sessions,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.people = people;
        this.gate = gate;
        this.newPasswords = newPasswords;
        this.passwords = passwords;
        this.directories = directories;
        this.guesses = guesses;
        this.challenges = challenges;
        this.factors = factors;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /** The first step; every refusal is the same, and takes as long. */
    public Entry begin(PortalId portal, String login, String password, Client client, Optional<String> origin) {
        String name = login.strip();
        Guesses.Guess guess = guesses.begin(portal, name, client.address());
        Candidate candidate = work.call(() -> candidate(portal, name));
        // Compared even for nobody, and for whom the gate will refuse, so that the answer takes as long.
        boolean right = passwords.matches(password, candidate.hash());
        Person known = (right ? candidate.person() : inDirectory(portal, name, password, candidate, client))
                .orElseThrow(SignIn::wrong);
        guesses.right(guess);
        gate.requireOpen(portal);
        return work.call(() -> present(portal, known.id(), client)
                .map(person -> afterPassword(person, client, origin))
                .orElseThrow(SignIn::wrong));
    }

    /** Directories are asked about whoever has no password here; for a wrong one of the others it takes as long. */
    private Optional<Person> inDirectory(
            PortalId portal, String name, String password, Candidate candidate, Client client) {
        if (candidate.hash().isPresent()) {
            directories.pretend(portal);
            return Optional.empty();
        }
        return directories.person(portal, name, password, candidate.person(), client);
    }

    /** The password is right, or was just set by a link; called inside a unit of work. */
    public Entry afterPassword(Person person, Client client, Optional<String> origin) {
        SecondFactors.SecondFactorState state = factors.state(person);
        if (state.enrolled()) {
            return askFactor(person, client, state, origin);
        }
        return state.required() ? askEnrolment(person, client, origin) : afterFactor(person, client, List.of());
    }

    /** The second step, by a code: of the app, a recovery code, or the first one of an app that is set up now. */
    public Entry code(PortalId portal, String token, String code, Client client) {
        Challenge challenge = challenges.attempt(
                portal, token, client.address(), EnumSet.of(Challenge.Kind.SECOND_FACTOR, Challenge.Kind.ENROLMENT));
        Guesses.Guess guess = guesses.begin(portal, "second factor of " + challenge.person(), client.address());
        Entry entry = work.call(() -> {
            Person person = present(portal, challenge.person(), client).orElseThrow(Challenges::ended);
            Optional<List<String>> codes = challenge.sealedSecret().isPresent()
                    ? enrol(person, challenge.sealedSecret().get(), code, client)
                    : Optional.<List<String>>of(List.of()).filter(none -> factors.matches(person, code));
            if (codes.isEmpty()) {
                throw Problem.INVALID.at("/code", "code.wrong", "is not a code that is valid now, or was used before");
            }
            challenges.use(token, challenge);
            return afterFactor(person, client, codes.get());
        });
        guesses.right(guess);
        return entry;
    }

    private Optional<List<String>> enrol(Person person, String sealedSecret, String code, Client client) {
        SecondFactors.SecondFactorState before = factors.state(person);
        Optional<List<String>> codes = factors.enrol(person, sealedSecret, code);
        if (codes.isPresent()) {
            audit.record(
                    person.portal(),
                    client.as(person),
                    FactorAudit.change("person.app-set-up", person.id(), before, factors.state(person)));
        }
        return codes;
    }

    /** The second step, by a passkey. */
    public Entry passkey(
            PortalId portal, String token, Passkeys.PasskeyAssertion assertion, Client client, String origin) {
        Challenge challenge =
                challenges.attempt(portal, token, client.address(), EnumSet.of(Challenge.Kind.SECOND_FACTOR));
        return work.call(() -> {
            Person person = present(portal, challenge.person(), client).orElseThrow(Challenges::ended);
            boolean right = challenge
                    .question()
                    .filter(asked -> passkeys.matches(person, origin, asked, assertion))
                    .isPresent();
            if (!right) {
                throw wrongPasskey();
            }
            challenges.use(token, challenge);
            return afterFactor(person, client, List.of());
        });
    }

    /** The second step, by a passkey that is set up now. */
    public Entry newPasskey(
            PortalId portal,
            String token,
            String name,
            Passkeys.PasskeyRegistration registration,
            Client client,
            String origin) {
        Challenge challenge = challenges.attempt(portal, token, client.address(), EnumSet.of(Challenge.Kind.ENROLMENT));
        return work.call(() -> {
            Person person = present(portal, challenge.person(), client).orElseThrow(Challenges::ended);
            String question = challenge.question().orElseThrow(SignIn::wrongPasskey);
            SecondFactors.SecondFactorState before = factors.state(person);
            passkeys.keep(person, origin, question, "/newPasskey", name, registration);
            factors.recount(person);
            List<String> codes = factors.renewCodes(person);
            audit.record(
                    portal,
                    client.as(person),
                    FactorAudit.change("person.passkey-set-up", person.id(), before, factors.state(person)));
            challenges.use(token, challenge);
            return afterFactor(person, client, codes);
        });
    }

    /** A passkey that verified its user is two factors, and enough. */
    public Entry solePasskey(
            PortalId portal, String token, Passkeys.PasskeyAssertion assertion, Client client, String origin) {
        return work.call(() -> {
            PersonId whose = passkeys.whose(portal, origin, token, assertion).orElseThrow(SignIn::wrongPasskey);
            Person person = present(portal, whose, client).orElseThrow(SignIn::wrongPasskey);
            return afterFactor(person, client, List.of());
        });
    }

    /** The last step, if a new password is due. */
    public Entry newPassword(PortalId portal, String token, String password, Client client) {
        Challenge challenge =
                challenges.attempt(portal, token, client.address(), EnumSet.of(Challenge.Kind.NEW_PASSWORD));
        // Hashed before the unit of work, as it takes long.
        Person known = work.call(() -> people.find(portal, challenge.person())).orElseThrow(Challenges::ended);
        String hash = newPasswords.hash(portal, "/password", password, known.login(), known.email());
        Optional<String> present = work.call(() -> people.passwordHash(portal, challenge.person()));
        if (passwords.matches(password, present)) {
            throw Problem.INVALID.at("/password", "password.same", "is the one that is to be changed");
        }
        return work.call(() -> {
            Person person = present(portal, challenge.person(), client).orElseThrow(Challenges::ended);
            challenges.use(token, challenge);
            newPasswords.set(person, hash, client);
            Person changed = people.find(portal, person.id()).orElseThrow(Challenges::ended);
            return finish(changed, client, List.of());
        });
    }

    private Entry afterFactor(Person person, Client client, List<String> codes) {
        // A password that a directory keeps is changed there.
        if (!person.mustChangePassword() || !person.hasPassword()) {
            return finish(person, client, codes);
        }
        Challenges.Asked asked = challenges.ask(
                person, client.address(), Challenge.Kind.NEW_PASSWORD, Optional.empty(), Optional.empty());
        return new Entry.Further(step(asked, Set.of(), Optional.empty()), codes);
    }

    private Entry finish(Person person, Client client, List<String> codes) {
        events.publish(person.portal(), IdentityEvents.SIGNED_IN, person.id().value(), PersonChange.of(person));
        people.signedIn(person.portal(), person.id(), sessions.now());
        return new Entry.In(sessions.begin(person, client.address(), client.device()), codes);
    }

    private Entry askFactor(
            Person person, Client client, SecondFactors.SecondFactorState state, Optional<String> origin) {
        boolean byPasskey = state.passkeys() > 0 && origin.isPresent();
        Optional<String> question = byPasskey ? Optional.of(Questions.challenge()) : Optional.empty();
        Challenges.Asked asked =
                challenges.ask(person, client.address(), Challenge.Kind.SECOND_FACTOR, Optional.empty(), question);
        Set<String> choices = new LinkedHashSet<>();
        if (state.app()) {
            choices.add("app");
        }
        if (byPasskey) {
            choices.add("passkey");
        }
        if (state.codesLeft() > 0) {
            choices.add("recovery-code");
        }
        return new Entry.Further(
                step(asked, choices, question.map(challenge -> passkeys.ask(person, origin.orElseThrow(), challenge))),
                List.of());
    }

    private Entry askEnrolment(Person person, Client client, Optional<String> origin) {
        String sealed = factors.draw(person);
        Optional<String> question = origin.map(known -> Questions.challenge());
        Challenges.Asked asked =
                challenges.ask(person, client.address(), Challenge.Kind.ENROLMENT, Optional.of(sealed), question);
        SignInStep step = new SignInStep(
                asked.token(),
                asked.challenge().kind().text(),
                question.isPresent() ? Set.of("app", "passkey") : Set.of("app"),
                asked.challenge().expires(),
                Optional.of(factors.key(person, sealed)),
                Optional.empty(),
                question.map(challenge -> passkeys.askNew(person, origin.orElseThrow(), asked.token(), challenge)));
        return new Entry.Further(step, List.of());
    }

    private static SignInStep step(
            Challenges.Asked asked, Set<String> choices, Optional<SignInStep.PasskeyQuestion> question) {
        return new SignInStep(
                asked.token(),
                asked.challenge().kind().text(),
                choices,
                asked.challenge().expires(),
                Optional.empty(),
                question,
                Optional.empty());
    }

    /** Asked anew at every step: minutes may have passed. Whoever comes so far has proved who they are. */
    private Optional<Person> present(PortalId portal, PersonId id, Client client) {
        return people.find(portal, id).filter(person -> gate.letsWithoutPassword(person, client.address()));
    }

    /** Both are looked up in every case, as the number of look-ups shows in the time. */
    private Candidate candidate(PortalId portal, String name) {
        Optional<Person> byLogin = people.findByLogin(portal, name);
        List<Person> byEmail = people.findByEmail(portal, name);
        // Where two share an address since before that was refused, the account that was there first signs in by it.
        Optional<Person> person = byLogin.or(() -> byEmail.stream().findFirst());
        return new Candidate(person, person.flatMap(known -> people.passwordHash(portal, known.id())));
    }

    private static PatchbayException wrong() {
        return Problem.UNAUTHENTICATED.because("sign-in.wrong", "The login or the password is wrong");
    }

    private static PatchbayException wrongPasskey() {
        return Problem.UNAUTHENTICATED.because("sign-in.passkey", "This passkey does not open anything here");
    }

    private record Candidate(Optional<Person> person, Optional<String> hash) {}
}
