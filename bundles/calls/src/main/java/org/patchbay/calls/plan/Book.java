package org.patchbay.calls.plan;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallGroups;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.extensions.Trunks;
import org.patchbay.api.identity.Departments;

/** What was set up, as decisions read it. */
public record Book(
        DialPlan dialPlan, Extensions extensions, CallGroups groups, Trunks trunks, Departments departments) {

    /** The language chosen for who hears, at a phone within or at a number outside where somebody is looked for. */
    public Optional<String> language(PortalId portal, Who hearer) {
        return hearer.extension()
                .or(() -> lookedFor(portal, hearer))
                .flatMap(own -> extensions.services(portal, own.id()).language());
    }

    private Optional<Extension> lookedFor(PortalId portal, Who hearer) {
        return hearer.seen().equals(hearer.party())
                ? Optional.empty()
                : Optional.of(dialPlan.understand(portal, hearer.seen().number()))
                        .filter(Dialled.Internal.class::isInstance)
                        .map(meaning -> ((Dialled.Internal) meaning).destination())
                        .flatMap(to -> extensions.find(portal, to.value()));
    }

    /** The name of a trunk, or its id once it is gone. */
    public String trunk(PortalId portal, String id) {
        return trunks.list(portal).stream()
                .filter(one -> one.id().equals(id))
                .map(Trunk::name)
                .findFirst()
                .orElse(id);
    }
}
