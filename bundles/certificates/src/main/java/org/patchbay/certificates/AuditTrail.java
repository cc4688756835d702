package org.patchbay.certificates;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;

/** The audit, as soon as it is there; certificates are served before everything else is up. */
@Component(service = AuditTrail.class)
public final class AuditTrail {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Audit audit;

    public AuditTrail() {}

    AuditTrail(Audit audit) {
        this.audit = audit;
    }

    void record(PortalId portal, Caller by, AuditDraft draft) {
        Optional.ofNullable(audit).ifPresent(present -> present.record(portal, by, draft));
    }
}
