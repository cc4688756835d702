package org.patchbay.web.live;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.identity.Sessions.OpenSession;

/** The session behind a connection, asked anew whenever it matters: rights change, sessions end. */
record Credentials(PortalId portal, String secret, String address, Sessions sessions) {

    /** Whether a program speaks, with a token of its own. */
    boolean byToken() {
        return secret.startsWith("pb_");
    }

    Optional<OpenSession> session() {
        return sessions.open(portal, secret, address);
    }

    /** The name under which the end of the caller's session is told. */
    static String sessionOf(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.session();
        }
        return caller instanceof Caller.Guest guest ? guest.id() : "";
    }

    @Override
    public String toString() {
        return "Credentials in " + portal;
    }
}
