package org.patchbay.web.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions;

/**
 * Sessions in a map: the secret is {@code secret-} and the session's id, the token {@code csrf-} and the id; a
 * program's token is {@code pb_} and the id.
 */
public final class FakeSessions implements Sessions {

    private final Map<String, Caller> open = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Opens a session for somebody with these roles and answers its id. */
    public String member(PortalId portal, String session, String... roles) {
        open.put(
                session,
                new Caller.Member(
                        portal,
                        new PersonId("person-of-" + session),
                        "Ada",
                        Set.of(roles),
                        List.of(),
                        session,
                        "127.0.0.1"));
        return session;
    }

    public String guest(PortalId portal, String meeting, String session) {
        open.put(session, new Caller.Guest(portal, meeting, session, "Gus", "127.0.0.1"));
        return session;
    }

    /** The session opens no more, and nobody is told: as when a day ends, or a network is no longer allowed. */
    public void lapse(String session) {
        open.remove(session);
    }

    @Override
    public Optional<OpenSession> open(PortalId portal, String secret, String address) {
        var session = secret.replaceFirst("^(secret-|pb_)", "");
        return Optional.ofNullable(open.get(session))
                .filter(caller -> caller.portal().equals(portal))
                .map(caller -> new OpenSession(caller, "csrf-" + session, Set.of()));
    }

    @Override
    public void signOut(PortalId portal, String session) {
        open.remove(session);
        listeners.forEach(listener -> listener.accept(session));
    }

    @Override
    public AutoCloseable onEnd(Consumer<String> sessionEnded) {
        listeners.add(sessionEnded);
        return () -> listeners.remove(sessionEnded);
    }

    @Override
    public NewSession signIn(PortalId portal, String login, String password, String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NewSession signIn(PortalId portal, String login, String password, Optional<String> code, String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NewSession admitGuest(PortalId portal, String meeting, String name, Caller by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signOutEverywhere(PortalId portal, PersonId person) {
        throw new UnsupportedOperationException();
    }
}
