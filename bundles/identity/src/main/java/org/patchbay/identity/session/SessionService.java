package org.patchbay.identity.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.Entry;
import org.patchbay.identity.signin.SignIn;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.token.ApiTokens;

/** The component behind {@link Sessions}. */
@Component
public final class SessionService implements Sessions {

    /** The kind of a step that asks for a code. */
    private static final String SECOND_FACTOR = "second-factor";

    private final SessionBook sessions;
    private final SessionEnds ends;
    private final PersonStore people;
    private final SignIn signIn;
    private final ApiTokens tokens;
    private final Access access;
    private final Events events;
    private final UnitOfWork work;

    @Activate
    public SessionService(
            @Reference SessionBook sessions,
            @Reference SessionEnds ends,
            @Reference PersonStore people,
            @Reference SignIn signIn,
            @Reference ApiTokens tokens,
            @Reference Access access,
            @Reference Events events,
            @Reference UnitOfWork work) {
        this.sessions = sessions;
        this.ends = ends;
        this.people = people;
        this.signIn = signIn;
        this.tokens = tokens;
        this.access = access;
        this.events = events;
        this.work = work;
    }

    @Override
    public NewSession signIn(PortalId portal, String login, String password, String address) {
        return signIn(portal, login, password, Optional.empty(), address);
    }

    @Override
    public NewSession signIn(PortalId portal, String login, String password, Optional<String> code, String address) {
        Client client = Client.at(address);
        Entry entry = signIn.begin(portal, login, password, client, Optional.empty());
        if (entry instanceof Entry.Further further
                && code.isPresent()
                && SECOND_FACTOR.equals(further.step().kind())) {
            entry = signIn.code(portal, further.step().token(), code.get(), client);
        }
        if (entry instanceof Entry.In in) {
            return in.session();
        }
        throw Problem.UNAUTHENTICATED.because("sign-in.further", "This account asks for more than a password");
    }

    @Override
    public NewSession admitGuest(PortalId portal, String meeting, String name, Caller by) {
        return work.call(() -> sessions.admit(portal, meeting, name, by));
    }

    @Override
    public Optional<OpenSession> open(PortalId portal, String secret, String address) {
        return work.call(() -> (secret.startsWith(ApiTokens.PREFIX)
                        ? tokens.open(portal, secret, address)
                        : sessions.open(portal, secret, address))
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
}
