package org.patchbay.testing.audit;

import org.patchbay.api.audit.Audit;

final class InMemoryAuditTest implements AuditContract {

    private final InMemoryAudit audit = new InMemoryAudit();

    @Override
    public Audit audit() {
        return audit;
    }
}
