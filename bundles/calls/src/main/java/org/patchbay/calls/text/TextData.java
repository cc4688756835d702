package org.patchbay.calls.text;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.store.TextHistory;
import org.patchbay.calls.store.TextStore;
import org.patchbay.calls.store.TextStore.Place;
import org.patchbay.calls.store.WaitingText;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/**
 * Gives and erases texts, those that wait and those of the histories: of a portal, and of a person. What a person wrote or got goes
 * from the histories of the others too.
 */
@Component(service = {PortalData.class, PersonData.class})
public final class TextData implements PortalData, PersonData {

    private static final int PAGE = 500;
    private static final String KIND = "waiting-text";

    private static final String LINE = "text";

    private final TextStore store;
    private final TextHistory history;

    @Activate
    public TextData(@Reference TextStore store, @Reference TextHistory history) {
        this.store = store;
        this.history = history;
    }

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        exportWaiting(portal, out);
        Page.walk(page -> history.all(portal, page), line -> out.put(LINE, line));
    }

    private void exportWaiting(PortalId portal, DataSink out) {
        var last = new Place(portal, "");
        while (true) {
            var page = store.waiting(Optional.of(last), PAGE);
            for (Place place : page) {
                if (!place.portal().equals(portal)) {
                    return;
                }
                store.of(portal, place.extension()).forEach(text -> put(text, out));
                last = place;
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        store.of(portal, person).forEach(text -> put(text, out));
        history.of(portal, person).forEach(line -> out.put(LINE, line));
    }

    private static void put(WaitingText text, DataSink out) {
        out.put(KIND, text);
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
        history.erase(portal);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        store.erase(portal, person);
        history.erase(portal, person);
    }
}
