package org.patchbay.audit.store;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditFilter;

/** Keeps the entries of each portal in a chain; joins the caller's unit of work. Thread-safe. */
public interface AuditStore {

    /** Adds an entry to the end of the chain, which nobody else can until the unit of work has ended. */
    void append(PortalId portal, StoredEntry entry);

    Optional<StoredEntry> find(PortalId portal, String id);

    /** The wanted entries before this number, newest first. */
    List<StoredEntry> before(PortalId portal, long sequence, AuditFilter filter, int most);

    /** The entries after this number, oldest first. */
    List<StoredEntry> after(PortalId portal, long sequence, int most);

    /** The end of the chain. */
    Head head(PortalId portal);

    /** Every portal that has a chain. */
    List<PortalId> portals();

    /** Erases the chain of a portal that goes. */
    void erase(PortalId portal);

    /** The last number of a chain and its hash. */
    record Head(long sequence, String hash) {}
}
