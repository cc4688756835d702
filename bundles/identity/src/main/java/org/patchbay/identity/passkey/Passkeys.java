package org.patchbay.identity.passkey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.SignInStep.NewPasskeyQuestion;
import org.patchbay.api.identity.SignInStep.PasskeyQuestion;
import org.patchbay.identity.store.PasskeyStore;
import org.patchbay.identity.store.StoredPasskey;

/** The passkeys of people. Called inside a unit of work. Thread-safe. */
@Component(service = Passkeys.class)
public final class Passkeys {

    private static final String SIGN_IN = "sign-in";
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;

    private final PasskeyStore store;
    private final Questions questions;
    private final Ceremony ceremony = new Ceremony();
    private final Clock clock;

    @Activate
    public Passkeys(@Reference PasskeyStore store, @Reference Questions questions) {
        this(store, questions, Clock.systemUTC());
    }

    public Passkeys(PasskeyStore store, Questions questions, Clock clock) {
        this.store = store;
        this.questions = questions;
        this.clock = clock;
    }

    /** What a browser is told to make a passkey of; the token comes back with the answer. */
    public NewPasskeyQuestion askNew(Person person, String origin, String session) {
        Questions.Asked asked = questions.ask(person.portal(), purpose(person, session));
        return askNew(person, origin, asked.token(), asked.challenge());
    }

    /** The same for a sign-in that the token names. */
    public NewPasskeyQuestion askNew(Person person, String origin, String token, String challenge) {
        return new NewPasskeyQuestion(
                token,
                challenge,
                Ceremony.relyingParty(origin),
                handle(person.id()),
                person.login(),
                person.name(),
                store.list(person.portal(), person.id()).stream()
                        .map(StoredPasskey::credential)
                        .toList());
    }

    /** Keeps a passkey just made. */
    public Passkey add(
            Person person, String origin, String session, String token, String name, PasskeyRegistration registration) {
        String named = name("/name", name);
        String challenge = questions.use(person.portal(), token, purpose(person, session));
        return keep(person, origin, challenge, "", named, registration);
    }

    /** Keeps a passkey just made of this challenge; {@code in} is where name and registration are in the body. */
    public Passkey keep(
            Person person, String origin, String challenge, String in, String name, PasskeyRegistration registration) {
        String named = name(in + "/name", name);
        Ceremony.Fresh fresh = ceremony.register(origin, challenge, registration)
                .orElseThrow(
                        () -> Problem.INVALID.at(in + "/registration", "passkey.wrong", "does not fit the question"));
        if (store.list(person.portal(), person.id()).size() >= MOST) {
            throw Problem.CONFLICT.because("passkeys.many", "There are " + MOST + " passkeys already");
        }
        if (store.find(person.portal(), fresh.credential()).isPresent()) {
            throw Problem.CONFLICT.because("passkey.known", "This passkey is registered already");
        }
        var stored = new StoredPasskey(
                Ids.next(clock),
                person.portal(),
                person.id(),
                named,
                fresh.credential(),
                fresh.data(),
                fresh.counter(),
                now(),
                Optional.empty());
        store.insert(stored);
        return Passkey.of(stored);
    }

    /** Those of a person. */
    public List<Passkey> list(PortalId portal, PersonId person) {
        return store.list(portal, person).stream().map(Passkey::of).toList();
    }

    public void rename(PortalId portal, PersonId person, String id, String name) {
        if (!store.rename(portal, person, id, name("/name", name))) {
            throw Problem.NOT_FOUND.because("passkey.unknown", "There is no such passkey");
        }
    }

    public void delete(PortalId portal, PersonId person, String id) {
        if (!store.delete(portal, person, id)) {
            throw Problem.NOT_FOUND.because("passkey.unknown", "There is no such passkey");
        }
    }

    /** What one of the person's passkeys is asked as a second factor. */
    public PasskeyQuestion ask(Person person, String origin, String challenge) {
        return new PasskeyQuestion(
                challenge,
                Ceremony.relyingParty(origin),
                store.list(person.portal(), person.id()).stream()
                        .map(StoredPasskey::credential)
                        .toList(),
                "preferred");
    }

    /** Whether one of the person's passkeys answers the challenge. */
    public boolean matches(Person person, String origin, String challenge, PasskeyAssertion assertion) {
        return store.find(person.portal(), assertion.id())
                .filter(passkey -> passkey.person().equals(person.id()))
                .filter(passkey -> isRight(passkey, origin, challenge, assertion, false))
                .isPresent();
    }

    /** What any passkey of the host is asked, for signing in with nothing else; the token comes back with the answer. */
    public SolePasskeyQuestion askAny(PortalId portal, String origin) {
        Questions.Asked asked = questions.ask(portal, SIGN_IN);
        return new SolePasskeyQuestion(
                asked.token(),
                new PasskeyQuestion(asked.challenge(), Ceremony.relyingParty(origin), List.of(), "required"));
    }

    /** Whose passkey answers; the authenticator has to have verified the user. */
    public Optional<PersonId> whose(PortalId portal, String origin, String token, PasskeyAssertion assertion) {
        String challenge = questions.use(portal, token, SIGN_IN);
        return store.find(portal, assertion.id())
                .filter(passkey -> assertion
                        .userHandle()
                        .filter(handle(passkey.person())::equals)
                        .isPresent())
                .filter(passkey -> isRight(passkey, origin, challenge, assertion, true))
                .map(StoredPasskey::person);
    }

    private boolean isRight(
            StoredPasskey passkey, String origin, String challenge, PasskeyAssertion assertion, boolean verified) {
        return ceremony.authenticate(origin, challenge, passkey, assertion, verified)
                .filter(counter -> store.used(passkey.portal(), passkey.id(), passkey.counter(), counter, now()))
                .isPresent();
    }

    private static String purpose(Person person, String session) {
        return "register " + person.id() + " " + session;
    }

    private static String handle(PersonId person) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(person.value().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String pointer, String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.matches(".*\\p{Cntrl}.*")) {
            throw Problem.INVALID.at(pointer, "name.length", "must be 1 to " + LONGEST_NAME + " characters");
        }
        return plain;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A passkey as its owner sees it. */
    public record Passkey(String id, String name, Instant created, Optional<Instant> lastUsed) {
        public static Passkey of(StoredPasskey stored) {
            return new Passkey(stored.id(), stored.name(), stored.created(), stored.lastUsed());
        }
    }

    /** What is asked of a passkey that is to be enough by itself. */
    public record SolePasskeyQuestion(String token, PasskeyQuestion question) {}

    /** A browser's answer with a fresh passkey; bytes as base64url. */
    public record PasskeyRegistration(String clientDataJson, String attestationObject) {}

    /** A browser's answer with a passkey; bytes as base64url. */
    public record PasskeyAssertion(
            String id,
            String clientDataJson,
            String authenticatorData,
            String signature,
            Optional<String> userHandle) {}
}
