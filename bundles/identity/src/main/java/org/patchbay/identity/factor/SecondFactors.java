package org.patchbay.identity.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.SignInStep.AppKey;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.session.Secret;
import org.patchbay.identity.store.FactorStore;
import org.patchbay.identity.store.PasskeyStore;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.StoredFactor;

/** Authenticator apps, recovery codes, and who needs a second factor. Called inside a unit of work. Thread-safe. */
@Component(service = SecondFactors.class)
public final class SecondFactors {

    private static final String FIELD = "second-factor";
    private static final int SECRET_BYTES = 20;
    private static final int CODES = 10;
    private static final int CODE_LETTERS = 12;
    private static final int CODE_GROUP = 4;

    private final FactorStore factors;
    private final PasskeyStore passkeys;
    private final PersonStore people;
    private final SignInPolicies policies;
    private final Secrets secrets;
    private final Portals portals;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public SecondFactors(
            @Reference FactorStore factors,
            @Reference PasskeyStore passkeys,
            @Reference PersonStore people,
            @Reference SignInPolicies policies,
            @Reference Secrets secrets,
            @Reference Portals portals) {
        this(factors, passkeys, people, policies, secrets, portals, Clock.systemUTC());
    }

    public SecondFactors(
            FactorStore factors,
            PasskeyStore passkeys,
            PersonStore people,
            SignInPolicies policies,
            Secrets secrets,
            Portals portals,
            Clock clock) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.people = people;
        this.policies = policies;
        this.secrets = secrets;
        this.portals = portals;
        this.clock = clock;
    }

    /** What the person has and needs. */
    public SecondFactorState state(Person person) {
        Optional<StoredFactor> stored = factors.find(person.portal(), person.id());
        boolean ofThePerson = stored.filter(StoredFactor::required).isPresent();
        return new SecondFactorState(
                ofThePerson || policies.asks(person),
                ofThePerson,
                stored.flatMap(StoredFactor::sealedSecret).isPresent(),
                passkeys.list(person.portal(), person.id()).size(),
                factors.codesLeft(person.portal(), person.id()));
    }

    /** A fresh secret for the person's authenticator app, sealed for nobody else; nothing is kept yet. */
    public String draw(Person person) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secrets.seal(person.portal(), drawn(person), Base32.encode(secret));
    }

    private static String drawn(Person person) {
        return FIELD + ":" + person.id().value();
    }

    private String opened(Person person, String drawn) {
        try {
            return secrets.open(person.portal(), drawn(person), drawn);
        } catch (PatchbayException e) {
            throw Problem.INVALID.at("/token", "factor.token", "was not given to you; begin anew");
        }
    }

    /** What an authenticator app is told. */
    public AppKey key(Person person, String drawn) {
        String secret = opened(person, drawn);
        String issuer = portals.find(person.portal()).map(Portal::name).orElse("Patchbay");
        return new AppKey(
                secret,
                "otpauth://totp/" + encoded(issuer) + ":" + encoded(person.login()) + "?secret=" + secret + "&issuer="
                        + encoded(issuer));
    }

    /** Sets the app up if the code is of its secret; answers the recovery codes, or nothing for a wrong code. */
    public Optional<List<String>> enrol(Person person, String drawn, String code) {
        String sealedSecret = secrets.seal(person.portal(), FIELD, opened(person, drawn));
        OptionalLong step = step(person.portal(), sealedSecret, code);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        factors.save(new StoredFactor(
                person.portal(), person.id(), isRequired(person), Optional.of(sealedSecret), step.getAsLong()));
        people.setSecondFactor(person.portal(), person.id(), true);
        return Optional.of(renewCodes(person));
    }

    /** Whether it is a code of the app or a recovery code, unused so far; it is used then. */
    public boolean matches(Person person, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (code.length() == CODE_LETTERS) {
            return factors.useCode(person.portal(), person.id(), hash(person, code));
        }
        OptionalLong step = factors.find(person.portal(), person.id())
                .flatMap(StoredFactor::sealedSecret)
                .map(closed -> step(person.portal(), closed, code))
                .orElse(OptionalLong.empty());
        return step.isPresent() && factors.use(person.portal(), person.id(), step.getAsLong());
    }

    /** Fresh recovery codes; those before end. */
    public List<String> renewCodes(Person person) {
        List<String> shown = new ArrayList<>();
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < CODES; i++) {
            byte[] bytes = new byte[CODE_LETTERS];
            random.nextBytes(bytes);
            String code = Base32.encode(bytes).substring(0, CODE_LETTERS);
            hashes.add(hash(person, code));
            shown.add(code.replaceAll("(.{" + CODE_GROUP + "})(?!$)", "$1-"));
        }
        factors.replaceCodes(person.portal(), person.id(), hashes);
        return shown;
    }

    /** A passkey came or went. */
    public void recount(Person person) {
        SecondFactorState state = state(person);
        if (!state.enrolled()) {
            factors.replaceCodes(person.portal(), person.id(), Set.of());
        }
        people.setSecondFactor(person.portal(), person.id(), state.enrolled());
    }

    /** Takes app and recovery codes away; the passkeys stay. */
    public void removeApp(Person person) {
        write(person, isRequired(person));
        recount(person);
    }

    /** Takes everything away; the next sign-in sets an app up if one is asked of this person. */
    public void reset(Person person, boolean required) {
        passkeys.deleteOfPerson(person.portal(), person.id());
        factors.delete(person.portal(), person.id());
        write(person, required);
        people.setSecondFactor(person.portal(), person.id(), false);
    }

    /** Asks a second factor of this person; what is set up stays. */
    public void require(Person person) {
        StoredFactor present = factors.find(person.portal(), person.id())
                .orElseGet(() -> new StoredFactor(person.portal(), person.id(), true, Optional.empty(), 0));
        factors.save(new StoredFactor(person.portal(), person.id(), true, present.sealedSecret(), present.lastStep()));
    }

    /** Whether the portal or an administrator asks it of the person. */
    private boolean isRequired(Person person) {
        return factors.find(person.portal(), person.id())
                .filter(StoredFactor::required)
                .isPresent();
    }

    private void write(Person person, boolean required) {
        factors.save(new StoredFactor(person.portal(), person.id(), required, Optional.empty(), 0));
    }

    private OptionalLong step(PortalId portal, String sealedSecret, String code) {
        return Totp.step(
                Base32.decode(secrets.open(portal, FIELD, sealedSecret)), code.replaceAll("\\s", ""), clock.instant());
    }

    /** 60 random bits; the person is the salt. */
    private static String hash(Person person, String code) {
        return Secret.hash(person.portal() + "/" + person.id() + "/" + code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What a person has and needs.
     *
     * @param required by the portal or of this person
     * @param requiredOfPerson by an administrator, of this person alone
     */
    public record SecondFactorState(
            boolean required, boolean requiredOfPerson, boolean app, int passkeys, int codesLeft) {
        public boolean enrolled() {
            return app || passkeys > 0;
        }
    }
}
