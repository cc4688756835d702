package org.patchbay.meetings.store;

import java.util.Optional;
import org.patchbay.api.PortalId;

/** Keeps which number leads to which link; joins the caller's unit of work. Thread-safe. */
public interface DialInStore {

    Optional<StoredDialIn> byNumber(PortalId portal, String number);

    Optional<StoredDialIn> byCodeHash(PortalId portal, String codeHash);

    /** Keeps one; fails where the number or the link has one already. */
    void add(PortalId portal, StoredDialIn dialIn);

    /** Erases everything of a portal. */
    void erase(PortalId portal);
}
