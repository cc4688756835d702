package org.patchbay.meetings.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.server.ServerNote;

/** Keeps what is known of media servers and which one portals chose; joins the caller's unit of work. Thread-safe. */
public interface MediaServerStore {

    /** All that is known, by name. */
    List<ServerNote> notes();

    /** Changes what is known of a server, one after another; answers whether anything is different now. */
    boolean change(String server, UnaryOperator<ServerNote> change);

    /** What the portal chose, if it did. */
    Optional<ServerChoice> choice(PortalId portal);

    /** Keeps what the portal chose. */
    void choose(PortalId portal, ServerChoice choice);

    /** Forgets what the portal chose. */
    void forget(PortalId portal);
}
