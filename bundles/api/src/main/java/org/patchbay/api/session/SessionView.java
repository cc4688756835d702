package org.patchbay.api.session;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.SignInStep;
import org.patchbay.api.tenancy.PortalView;

/**
 * What a client learns of its own session. Immutable.
 *
 * @param signedIn whether a person or a guest is behind the session
 * @param person empty unless a person has signed in
 * @param guest empty unless a guest was let in
 * @param rights in the portal
 * @param csrfToken to be sent as {@code X-CSRF-Token} with every write; empty for nobody
 * @param step what the sign-in asks next; there is no session before
 * @param zone in which the person is shown days and times
 * @param recoveryCodes of a second factor just set up, shown this once
 */
public record SessionView(
        boolean signedIn,
        Optional<Person> person,
        Optional<Caller.Guest> guest,
        PortalView portal,
        Set<Right> rights,
        Optional<String> csrfToken,
        Optional<SignInStep> step,
        Optional<String> zone,
        Optional<List<String>> recoveryCodes) {

    public SessionView {
        rights = Collections.unmodifiableSet(new TreeSet<>(rights));
    }

    /** What nobody learns. */
    public static SessionView nobody(PortalView portal, Set<Right> rights) {
        return new SessionView(
                false,
                Optional.empty(),
                Optional.empty(),
                portal,
                rights,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a person learns. */
    public static SessionView of(Person person, String zone, PortalView portal, Set<Right> rights, String csrfToken) {
        return new SessionView(
                true,
                Optional.of(person),
                Optional.empty(),
                portal,
                rights,
                Optional.of(csrfToken),
                Optional.empty(),
                Optional.of(zone),
                Optional.empty());
    }

    /** What a program learns that comes with a token of the person; of whom only if the token may know. */
    public static SessionView ofToken(
            Optional<Person> person, Optional<String> zone, PortalView portal, Set<Right> rights) {
        return new SessionView(
                true,
                person,
                Optional.empty(),
                portal,
                rights,
                Optional.empty(),
                Optional.empty(),
                zone,
                Optional.empty());
    }

    /** What a guest learns. */
    public static SessionView of(Caller.Guest guest, PortalView portal, Set<Right> rights, String csrfToken) {
        return new SessionView(
                true,
                Optional.empty(),
                Optional.of(guest),
                portal,
                rights,
                Optional.of(csrfToken),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, while the sign-in asks something more. */
    public SessionView asking(SignInStep next) {
        return new SessionView(
                signedIn, person, guest, portal, rights, csrfToken, Optional.of(next), zone, recoveryCodes);
    }

    /** The same, with codes that are shown this once. */
    public SessionView showing(List<String> codes) {
        return new SessionView(
                signedIn, person, guest, portal, rights, csrfToken, step, zone, Optional.of(List.copyOf(codes)));
    }
}
