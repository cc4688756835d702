package org.patchbay.testing.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions;

/** Sessions in a map; whoever was {@link #enrol}led may sign in. Nothing expires. Thread-safe. */
public final class InMemorySessions implements Sessions {

    private final Access access;
    private final Map<String, Caller.Member> people = new ConcurrentHashMap<>();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final Map<String, Caller> sessions = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public InMemorySessions(Access access) {
        this.access = access;
    }

    /** Lets somebody sign in; the session of the given caller does not matter. */
    public void enrol(Caller.Member person, String login, String password) {
        people.put(key(person.portal(), login, password), person);
    }

    /** From now on more than a password is asked of who has this login. */
    public void asksFurther(PortalId portal, String login) {
        codes.add(portal + "\n" + login);
    }

    /** A session of this caller, without a sign-in. */
    public NewSession begin(Caller caller) {
        String secret = Ids.next();
        sessions.put(secret, caller);
        return new NewSession(caller, secret, "csrf-" + secret);
    }

    @Override
    public NewSession signIn(PortalId portal, String login, String password, String address) {
        Caller.Member person = Optional.ofNullable(people.get(key(portal, login, password)))
                .orElseThrow(
                        () -> Problem.UNAUTHENTICATED.because("sign-in.wrong", "The login or the password is wrong"));
        if (codes.contains(portal + "\n" + login)) {
            throw Problem.UNAUTHENTICATED.because("sign-in.further", "More than a password is asked");
        }
        return begin(new Caller.Member(
                portal, person.person(), person.name(), person.roles(), person.memberships(), Ids.next(), address));
    }

    /** Nobody here has a code to say. */
    @Override
    public NewSession signIn(PortalId portal, String login, String password, Optional<String> code, String address) {
        return signIn(portal, login, password, address);
    }

    @Override
    public NewSession admitGuest(PortalId portal, String meeting, String name, Caller by) {
        Optional<String> visit = Optional.of(by)
                .filter(Caller.Guest.class::isInstance)
                .map(Caller.Guest.class::cast)
                .filter(guest ->
                        guest.portal().equals(portal) && guest.meeting().equals(meeting))
                .map(Caller.Guest::id);
        visit.ifPresent(id -> sessions.values().removeIf(caller -> id(caller).equals(id)));
        return begin(new Caller.Guest(portal, meeting, visit.orElseGet(Ids::next), name, by.address()));
    }

    @Override
    public Optional<OpenSession> open(PortalId portal, String secret, String address) {
        return Optional.ofNullable(sessions.get(secret))
                .filter(caller -> caller.portal().equals(portal))
                .map(caller -> from(caller, address))
                .map(caller -> new OpenSession(caller, "csrf-" + secret, access.rights(caller, portal)));
    }

    @Override
    public void signOut(PortalId portal, String session) {
        end(caller -> caller.portal().equals(portal) && id(caller).equals(session));
    }

    @Override
    public void signOutEverywhere(PortalId portal, PersonId person) {
        end(caller -> caller.portal().equals(portal)
                && caller.personId().filter(person::equals).isPresent());
    }

    @Override
    public AutoCloseable onEnd(Consumer<String> sessionEnded) {
        listeners.add(sessionEnded);
        return () -> listeners.remove(sessionEnded);
    }

    private void end(Predicate<Caller> wanted) {
        List<Caller> ended = sessions.values().stream().filter(wanted).toList();
        sessions.values().removeAll(ended);
        ended.forEach(caller -> listeners.forEach(listener -> listener.accept(id(caller))));
    }

    private static Caller from(Caller caller, String address) {
        if (caller instanceof Caller.Member member) {
            return new Caller.Member(
                    member.portal(),
                    member.person(),
                    member.name(),
                    member.roles(),
                    member.memberships(),
                    member.session(),
                    address);
        }
        return caller instanceof Caller.Guest guest
                ? new Caller.Guest(guest.portal(), guest.meeting(), guest.id(), guest.name(), address)
                : new Caller.Nobody(caller.portal(), address);
    }

    private static String id(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.session();
        }
        return caller instanceof Caller.Guest guest ? guest.id() : "";
    }

    private static String key(PortalId portal, String login, String password) {
        return portal + "\n" + login + "\n" + password;
    }
}
