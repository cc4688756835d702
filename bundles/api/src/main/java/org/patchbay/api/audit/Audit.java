package org.patchbay.api.audit;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/**
 * Who changed what, when and from where: append-only, each entry chained to the one before by its hash. Nothing changes or
 * removes an entry but the end of its portal. Thread-safe.
 */
@ProviderType
public interface Audit {

    /** Records a change in the caller's unit of work (or one of its own): it is kept if the change is, and else lost. */
    void record(PortalId portal, Caller by, AuditDraft draft);

    /** Records what the server did by itself. */
    void record(PortalId portal, AuditDraft draft);

    /** One entry of this portal. */
    Optional<AuditEntry> find(PortalId portal, String id);

    /** The wanted entries of the portal, newest first. */
    Page<AuditEntry> list(PortalId portal, AuditFilter filter, PageRequest page);

    /** Reads the portal's whole chain and answers whether it is whole. */
    AuditVerification verify(PortalId portal);
}
