package org.patchbay.api.identity;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** Signing in and out. Secrets are returned once and stored hashed. Thread-safe. */
@ProviderType
public interface Sessions {

    /**
     * Signs in with a login name or e-mail address and a password, where nothing more is asked.
     *
     * @param address the client's IP address, for throttling
     * @throws org.patchbay.api.PatchbayException UNAUTHENTICATED, the same for every wrong guess, and {@code sign-in.further} if more than a password is asked;
     *     LIMITED after too many
     */
    NewSession signIn(PortalId portal, String login, String password, String address);

    /**
     * The same with a second factor in one step.
     *
     * @param code of the authenticator app, or a recovery code; empty where nothing is said
     * @throws org.patchbay.api.PatchbayException as the other, and INVALID {@code code.wrong} at {@code /code}
     */
    NewSession signIn(PortalId portal, String login, String password, Optional<String> code, String address);

    /**
     * Lets a guest into one meeting.
     *
     * @param by who asks: a guest of that meeting goes on with their visit, under this name; the id stays
     */
    NewSession admitGuest(PortalId portal, String meeting, String name, Caller by);

    /**
     * Whose session, or token for programs, this is; empty when ended, expired, of another portal, or its person may not sign in now or is gone.
     *
     * @param address the client's present IP address
     */
    Optional<OpenSession> open(PortalId portal, String secret, String address);

    /** Ends one session. */
    void signOut(PortalId portal, String session);

    /** Ends every session of the person. */
    void signOutEverywhere(PortalId portal, PersonId person);

    /** Hears of ended sessions, so that live connections can be closed. */
    AutoCloseable onEnd(java.util.function.Consumer<String> sessionEnded);

    /**
     * A session just made.
     *
     * @param secret goes into the cookie and nowhere else
     */
    record NewSession(Caller caller, String secret, String csrfToken) {}

    /** A session found by its secret. */
    record OpenSession(Caller caller, String csrfToken, Set<Right> rights) {}
}
