package org.patchbay.audit;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditVerification;
import org.patchbay.audit.store.AuditStore;
import org.patchbay.audit.store.AuditStore.Head;
import org.patchbay.audit.store.Chain;
import org.patchbay.audit.store.StoredEntry;

/** Reads a chain from its beginning and finds the first entry that is not as it was written. */
public final class Verifier {

    private static final int BATCH = 500;

    private final AuditStore store;

    public Verifier(AuditStore store) {
        this.store = store;
    }

    /** Entries that are added meanwhile are left out. */
    public AuditVerification verify(PortalId portal) {
        Head head = store.head(portal);
        long last = 0;
        String hash = Chain.START;
        while (true) {
            List<StoredEntry> entries = store.after(portal, last, BATCH);
            for (StoredEntry entry : entries) {
                if (last == head.sequence()) {
                    return end(last, hash, head);
                }
                Optional<String> fault = fault(portal, last, hash, entry);
                if (fault.isPresent()) {
                    boolean missing = entry.sequence() != last + 1;
                    return AuditVerification.broken(
                            last, hash, last + 1, missing ? Optional.empty() : Optional.of(entry.id()), fault.get());
                }
                last = entry.sequence();
                hash = entry.hash();
            }
            if (entries.isEmpty()) {
                return end(last, hash, head);
            }
        }
    }

    private static Optional<String> fault(PortalId portal, long last, String before, StoredEntry entry) {
        if (entry.sequence() != last + 1) {
            return Optional.of("Entry " + (last + 1) + " is missing");
        }
        if (!entry.hash().equals(Chain.hash(portal, before, entry))) {
            return Optional.of("Entry " + entry.sequence() + " is not as it was written");
        }
        return Optional.empty();
    }

    private static AuditVerification end(long last, String hash, Head head) {
        if (last < head.sequence()) {
            return AuditVerification.broken(
                    last, hash, last + 1, Optional.empty(), "Entry " + (last + 1) + " is missing at the end");
        }
        if (last > 0 && !hash.equals(head.hash())) {
            return AuditVerification.broken(
                    last, hash, last, Optional.empty(), "The end of the chain is another than was noted");
        }
        return AuditVerification.intact(last, hash);
    }
}
