package org.patchbay.identity.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.SignInStep.AppKey;
import org.patchbay.api.identity.SignInStep.NewPasskeyQuestion;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.factor.FactorAudit;
import org.patchbay.identity.factor.SecondFactors;
import org.patchbay.identity.factor.SecondFactors.SecondFactorState;
import org.patchbay.identity.passkey.Passkeys;
import org.patchbay.identity.store.PersonStore;

/** How people look after their own second factors and passkeys. Thread-safe. */
@Component(service = OwnSecurity.class)
public final class OwnSecurity {

    private static final String PASSKEY = "passkey";

    private final PersonStore people;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final PresentPassword presentPassword;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public OwnSecurity(
            @Reference PersonStore people,
            @Reference SecondFactors factors,
            @Reference Passkeys passkeys,
            @Reference PresentPassword presentPassword,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.people = people;
        this.factors = factors;
        this.passkeys = passkeys;
        this.presentPassword = presentPassword;
        this.audit = audit;
        this.work = work;
    }

    public SignInSecurity look(Caller.Member caller) {
        return work.call(() -> {
            Person person = person(caller);
            SecondFactorState state = factors.state(person);
            return new SignInSecurity(
                    state.required(), state.app(), state.codesLeft(), passkeys.list(person.portal(), person.id()));
        });
    }

    /** The key of an authenticator app to be; nothing changes before its first code. */
    public NewAuthenticatorApp drawApp(Caller.Member caller) {
        return work.call(() -> {
            Person person = person(caller);
            String sealed = factors.draw(person);
            return new NewAuthenticatorApp(sealed, factors.key(person, sealed));
        });
    }

    /** Sets the app up in place of the one before; answers fresh recovery codes. */
    public List<String> enrolApp(Caller.Member caller, String token, String code, String password) {
        presentPassword.confirm(caller, password);
        return work.call(() -> {
            Person person = person(caller);
            SecondFactorState before = factors.state(person);
            List<String> codes = factors.enrol(person, token, code)
                    .orElseThrow(() -> Problem.INVALID.at("/code", "code.wrong", "is not a code that is valid now"));
            record(caller, FactorAudit.change("person.app-set-up", person.id(), before, factors.state(person)));
            return codes;
        });
    }

    public List<String> renewCodes(Caller.Member caller, String password) {
        presentPassword.confirm(caller, password);
        return work.call(() -> {
            Person person = person(caller);
            SecondFactorState before = factors.state(person);
            if (!before.enrolled()) {
                throw Problem.CONFLICT.because("factor.none", "There is no second factor");
            }
            List<String> codes = factors.renewCodes(person);
            record(caller, FactorAudit.codes(person.id(), before.codesLeft(), codes.size()));
            return codes;
        });
    }

    /** Takes the app away, unless a second factor is asked and no passkey is left. */
    public void removeApp(Caller.Member caller, String password) {
        presentPassword.confirm(caller, password);
        work.run(() -> {
            Person person = person(caller);
            SecondFactorState state = factors.state(person);
            if (state.required() && state.passkeys() == 0) {
                throw Problem.CONFLICT.because("factor.required", "A second factor is asked of you");
            }
            factors.removeApp(person);
            record(caller, FactorAudit.change("person.app-removed", person.id(), state, factors.state(person)));
        });
    }

    public NewPasskeyQuestion askPasskey(Caller.Member caller, String origin) {
        return work.call(() -> passkeys.askNew(person(caller), origin, caller.session()));
    }

    /** Keeps a new passkey. */
    public Passkeys.Passkey addPasskey(
            Caller.Member caller,
            String origin,
            String token,
            String name,
            String password,
            Passkeys.PasskeyRegistration registration) {
        presentPassword.confirm(caller, password);
        return work.call(() -> {
            Person person = person(caller);
            Passkeys.Passkey added = passkeys.add(person, origin, caller.session(), token, name, registration);
            factors.recount(person);
            record(caller, passkey("person.passkey-added", person, Optional.empty(), Optional.of(added.name())));
            return added;
        });
    }

    public void renamePasskey(Caller.Member caller, String id, String name) {
        work.run(() -> {
            Person person = person(caller);
            Optional<String> before = named(person, id);
            passkeys.rename(caller.portal(), caller.person(), id, name);
            record(caller, passkey("person.passkey-renamed", person, before, named(person, id)));
        });
    }

    /** Takes a passkey away, unless it is the last second factor and one is asked. */
    public void removePasskey(Caller.Member caller, String id) {
        work.run(() -> {
            Person person = person(caller);
            SecondFactorState state = factors.state(person);
            Optional<String> before = named(person, id);
            passkeys.delete(caller.portal(), caller.person(), id);
            if (state.required() && !state.app() && state.passkeys() == 1) {
                throw Problem.CONFLICT.because("factor.required", "A second factor is asked of you");
            }
            factors.recount(person);
            record(caller, passkey("person.passkey-removed", person, before, Optional.empty()));
        });
    }

    private Person person(Caller.Member caller) {
        return people.find(caller.portal(), caller.person())
                .orElseThrow(() -> Problem.UNAUTHENTICATED.because("Sign in first"));
    }

    private Optional<String> named(Person person, String id) {
        return passkeys.list(person.portal(), person.id()).stream()
                .filter(passkey -> passkey.id().equals(id))
                .map(Passkeys.Passkey::name)
                .findFirst();
    }

    /** People call a passkey after what is theirs, so the name is personal. */
    private static AuditDraft passkey(String action, Person person, Optional<String> before, Optional<String> after) {
        return new AuditDraft(action, "person", person.id().value(), field(before), field(after))
                .personal(person.id(), PASSKEY);
    }

    private static Map<String, String> field(Optional<String> name) {
        return name.map(text -> Map.of(PASSKEY, text)).orElse(Map.of());
    }

    private void record(Caller.Member caller, AuditDraft draft) {
        audit.record(caller.portal(), caller, draft);
    }

    /**
     * How somebody signs in.
     *
     * @param required whether a second factor is asked
     * @param app whether an authenticator app is set up
     */
    public record SignInSecurity(boolean required, boolean app, int recoveryCodes, List<Passkeys.Passkey> passkeys) {}

    /**
     * An app that may be set up.
     *
     * @param token comes back with the first code
     */
    public record NewAuthenticatorApp(String token, AppKey key) {}
}
