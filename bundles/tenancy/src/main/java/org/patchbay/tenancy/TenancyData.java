package org.patchbay.tenancy;

import java.util.Base64;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;
import org.patchbay.tenancy.store.LogoStore;
import org.patchbay.tenancy.store.PortalStore;

/** What this slice itself keeps of a portal: its settings and its logo. */
@Component
public final class TenancyData implements PortalData {

    private final PortalStore portals;
    private final LogoStore logos;
    private final UnitOfWork work;

    @Activate
    public TenancyData(@Reference PortalStore portals, @Reference LogoStore logos, @Reference UnitOfWork work) {
        this.portals = portals;
        this.logos = logos;
        this.work = work;
    }

    @Override
    public String name() {
        return "tenancy";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        work.call(() -> portals.find(portal)).ifPresent(found -> {
            out.put("portal", found);
            found.logo()
                    .flatMap(hash -> work.call(() -> logos.find(portal, hash)))
                    .ifPresent(png ->
                            out.put("logo", Map.of("png", Base64.getEncoder().encodeToString(png))));
        });
    }

    /** The logo; the portal's own row goes last, by its service. */
    @Override
    public void erase(PortalId portal) {
        logos.delete(portal);
    }
}
