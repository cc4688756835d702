package org.patchbay.identity.people;

import java.util.Map;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.network.Networks;

/** What somebody changes of their own account where people are looked after: nobody rises, and nobody shuts themselves out. */
record OwnChange(Caller by, Person present, PersonDraft draft) {

    private static final String ELSEWHERE = "are your own, which somebody else has to change";

    /** Nobody changes their own roles, dates or disables themselves. */
    void requireSamePlace() {
        if (!draft.roles().equals(present.roles())) {
            throw Problem.FORBIDDEN.at("/roles", "roles.own", ELSEWHERE);
        }
        if (!draft.memberships().equals(present.memberships())) {
            throw Problem.FORBIDDEN.at("/memberships", "roles.own", ELSEWHERE);
        }
        if (!draft.activeFrom().equals(present.activeFrom())
                || !draft.activeUntil().equals(present.activeUntil())) {
            throw Problem.FORBIDDEN.at("/activeUntil", "dates.own", ELSEWHERE);
        }
        if (draft.enabled() != present.enabled()) {
            throw Problem.FORBIDDEN.at(
                    "/enabled", "enabled.own", "is your own account, which somebody else has to disable");
        }
    }

    /** Whoever somebody else has bounded stays so; those above whom nobody is bound themselves. */
    void requireSameBounds() {
        if (!present.networks().isEmpty() && !draft.networks().equals(present.networks())) {
            throw Problem.FORBIDDEN.at("/networks", "bounds.own", ELSEWHERE);
        }
        if (!draft.quotaMegabytes().equals(present.quotaMegabytes())) {
            throw Problem.FORBIDDEN.at(
                    "/quotaMegabytes", "bounds.own", "is your own, which somebody else has to change");
        }
    }

    /** A lost token can be taken back, so it does not change how its person signs in. */
    void requireSameSignIn() {
        requireSame("/login", draft.login().equals(present.login()));
        requireSame("/email", draft.email().equals(present.email()));
        requireSame("/networks", draft.networks().equals(present.networks()));
    }

    private static void requireSame(String pointer, boolean same) {
        if (!same) {
            throw Problem.FORBIDDEN.at(
                    pointer, "sign-in.own", "is how you sign in, which is changed by who is signed in and no token");
        }
    }

    /** Nobody shuts themselves out. */
    void requireReachable() {
        if (!draft.networks().equals(present.networks())
                && by instanceof Caller.Member member
                && !Networks.allow(draft.networks(), member.address())) {
            throw Problem.INVALID.at(
                    "/networks",
                    "networks.own",
                    "must hold " + member.address() + ", where you are now, or you could not sign in again",
                    Map.of("address", member.address()));
        }
    }
}
