package org.patchbay.sip;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.sip.store.KeptRegistration;
import org.patchbay.sip.store.RegistrationStore;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Where the phones of a portal are. */
@Component
public final class SipData implements PortalData {

    private static final int PAGE = 500;

    private final RegistrationStore store;
    private final SipService service;
    private final UnitOfWork work;

    @Activate
    public SipData(@Reference RegistrationStore store, @Reference SipService service, @Reference UnitOfWork work) {
        this.store = store;
        this.service = service;
        this.work = work;
    }

    @Override
    public String name() {
        return "sip";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        String after = "";
        while (true) {
            List<KeptRegistration> page = store.list(portal, after, PAGE);
            page.forEach(kept -> out.put("registration", kept));
            if (page.size() < PAGE) {
                return;
            }
            after = page.get(page.size() - 1).id();
        }
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
        work.afterCommit(() -> service.server().ifPresent(server -> server.bindings()
                .removeIf(binding -> binding.portal().equals(portal))));
    }
}
