package org.patchbay.identity.notice;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.store.WarningStore;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Forgets who was told of which last day; there is nothing in it to give that the person does not have. */
@Component(service = {PortalData.class, PersonData.class})
public final class NoticeData implements PortalData, PersonData {

    private final WarningStore told;

    @Activate
    public NoticeData(@Reference WarningStore told) {
        this.told = told;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void export(PortalId portal, DataSink out) {}

    @Override
    public void erase(PortalId portal) {
        told.erase(portal);
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {}

    @Override
    public void erase(PortalId portal, PersonId person) {
        told.erase(portal, person);
    }
}
