package org.patchbay.recordings;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.recordings.store.RecordingStore;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/**
 * Gives and erases recordings. A person's own go with the person; in those of others the person's tracks stay without a
 * name, for the film shows everybody.
 */
@Component
public final class RecordingData implements PortalData, PersonData {

    private final RecordingStore store;
    private final Deletions deletions;

    @Activate
    public RecordingData(@Reference RecordingStore store, @Reference Deletions deletions) {
        this.store = store;
        this.deletions = deletions;
    }

    @Override
    public String name() {
        return "recordings";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        export(portal, Optional.empty(), out);
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        export(portal, Optional.of(person), out);
    }

    private void export(PortalId portal, Optional<PersonId> owner, DataSink out) {
        Page.walk(page -> store.list(portal, owner, page), one -> {
            out.put("recording", one.linked(Optional.empty()));
            Page.walk(page -> store.ledger(portal, one.id(), page), entry -> out.put("recording-use", entry));
        });
    }

    @Override
    public void erase(PortalId portal) {
        Page.walk(page -> store.list(portal, Optional.empty(), page), one -> deletions.delete(portal, one));
        store.erase(portal);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        Page.walk(page -> store.list(portal, Optional.of(person), page), one -> {
            store.delete(portal, one.id());
            deletions.delete(portal, one);
        });
        store.forget(portal, person);
    }
}
