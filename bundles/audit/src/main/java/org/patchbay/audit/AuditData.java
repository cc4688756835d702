package org.patchbay.audit;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditFilter;
import org.patchbay.api.identity.PersonId;
import org.patchbay.audit.store.AuditStore;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Gives what was recorded. A person's entries stay when the person goes: what they say of the person is sealed. */
@Component
public final class AuditData implements PortalData, PersonData {

    private final Audit audit;
    private final AuditStore store;

    @Activate
    public AuditData(@Reference Audit audit, @Reference AuditStore store) {
        this.audit = audit;
        this.store = store;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        Page.walk(page -> audit.list(portal, AuditFilter.ALL, page), entry -> out.put("entry", entry));
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        var filter = new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.of(person), Optional.empty(), Optional.empty());
        Page.walk(page -> audit.list(portal, filter, page), entry -> out.put("entry", entry));
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {}
}
