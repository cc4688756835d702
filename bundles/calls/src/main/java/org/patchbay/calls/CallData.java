package org.patchbay.calls;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.plan.OwnNumbers;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.LimitLiftStore;
import org.patchbay.calls.store.Visible;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/**
 * Gives and erases calls. Recordings of calls in which nobody else of the portal talked go with the person; those of several
 * people stay with the others, without the person's number and name.
 */
@Component(service = {PortalData.class, PersonData.class})
public final class CallData implements PortalData, PersonData {

    private static final String KIND = "call";

    private final CallStore store;
    private final RecordingFolder recordings;
    private final LimitLiftStore lifts;

    @Activate
    public CallData(
            @Reference CallStore store, @Reference RecordingFolder recordings, @Reference LimitLiftStore lifts) {
        this.store = store;
        this.recordings = recordings;
        this.lifts = lifts;
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        Page.walk(page -> store.list(portal, CallQuery.ALL, Visible.ALL, page), call -> out.put(KIND, call));
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        Page.walk(
                page -> store.list(portal, of(person), Visible.ALL, page),
                call -> out.put(KIND, OwnNumbers.seen(call, Optional.of(person), false)));
    }

    private static CallQuery of(PersonId person) {
        return new CallQuery(
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void erase(PortalId portal) {
        recordings.erase(portal);
        lifts.erase(portal);
        store.erase(portal);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        Page.walk(page -> store.list(portal, of(person), Visible.ALL, page), call -> {
            if (!isOfOthers(call, person)) {
                recordings.delete(portal, call.id());
            }
        });
        store.erase(portal, person);
    }

    /** Whether somebody else with an account talked in it, whose recording it is as well. */
    private static boolean isOfOthers(CallRecord call, PersonId person) {
        return call.legs().stream()
                .filter(leg -> leg.answered().isPresent())
                .flatMap(leg -> leg.person().stream())
                .anyMatch(other -> !other.equals(person));
    }
}
