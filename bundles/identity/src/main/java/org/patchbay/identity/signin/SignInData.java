package org.patchbay.identity.signin;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.passkey.Passkeys;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.session.SessionEnds;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.identity.store.FactorStore;
import org.patchbay.identity.store.PasskeyStore;
import org.patchbay.identity.store.PolicyStore;
import org.patchbay.identity.store.TokenStore;
import org.patchbay.identity.token.ApiTokens;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** What is kept for signing in beside the person, given and erased with it. */
@Component(service = {SignInData.class, PortalData.class, PersonData.class})
public final class SignInData implements PortalData, PersonData {

    private final DirectoryLinkStore directoryLinks;
    private final FactorStore factors;
    private final PasskeyStore passkeys;
    private final TokenStore tokens;
    private final PolicyStore policies;
    private final SessionBook sessions;
    private final SessionEnds ends;
    private final UnitOfWork work;

    @Activate
    public SignInData(
            @Reference DirectoryLinkStore directoryLinks,
            @Reference FactorStore factors,
            @Reference PasskeyStore passkeys,
            @Reference TokenStore tokens,
            @Reference PolicyStore policies,
            @Reference SessionBook sessions,
            @Reference SessionEnds ends,
            @Reference UnitOfWork work) {
        this.directoryLinks = directoryLinks;
        this.factors = factors;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.policies = policies;
        this.sessions = sessions;
        this.ends = ends;
        this.work = work;
    }

    @Override
    public String name() {
        return "sign-in";
    }

    /** What is of people is given with them. */
    @Override
    public void export(PortalId portal, DataSink out) {
        work.call(() -> policies.find(portal)).ifPresent(policy -> out.put("sign-in-policy", policy));
    }

    @Override
    public void erase(PortalId portal) {
        ends.announce(tokens.erase(portal));
        directoryLinks.erase(portal);
        factors.erase(portal);
        passkeys.erase(portal);
        policies.erase(portal);
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        List<ApiTokens.ApiToken> ownTokens = work.call(() ->
                tokens.list(portal, person).stream().map(ApiTokens.ApiToken::of).toList());
        List<Passkeys.Passkey> ownPasskeys = work.call(() ->
                passkeys.list(portal, person).stream().map(Passkeys.Passkey::of).toList());
        work.call(() -> sessions.list(portal, person, Optional.empty()))
                .forEach(session -> out.put("session", session));
        work.call(() -> directoryLinks.find(portal, person)).ifPresent(link -> out.put("directory", link));
        ownTokens.forEach(token -> out.put("token", token));
        ownPasskeys.forEach(passkey -> out.put("passkey", passkey));
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        sessions.endOf(portal, person, Optional.empty());
        ends.announce(tokens.deleteOfPerson(portal, person));
        directoryLinks.delete(portal, person);
        factors.delete(portal, person);
        passkeys.deleteOfPerson(portal, person);
    }
}
