package org.patchbay.extensions;

import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.extensions.number.Numbers;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Things;

/** What must be true of the services of an extension. Called with the portal locked. */
final class ServiceRules {

    private final ThingStore store;
    private final SettingsReader settings;

    ServiceRules(ThingStore store, SettingsReader settings) {
        this.store = store;
        this.settings = settings;
    }

    void require(PortalId portal, PhoneServices services) {
        Extension own = store.find(portal, services.extension())
                .filter(stored -> stored.kind().equals(Kinds.EXTENSION.name()))
                .map(stored -> Things.read(Kinds.EXTENSION, stored))
                .orElseThrow(Reach::unknown);
        if (services.secretary().extension().filter(own.id()::equals).isPresent()) {
            throw Problem.INVALID.at("/secretary/extension", "telephone.itself", "leads to itself");
        }
        FollowMe follow = services.followMe();
        boolean itself = follow.otherwise()
                .filter(to ->
                        to.kind() == Destination.Kind.EXTENSION && to.value().equals(own.id()))
                .isPresent();
        if (itself) {
            throw Problem.INVALID.at("/followMe/otherwise", "telephone.itself", "leads to itself");
        }
        boolean outside = follow.otherwise()
                .filter(to -> to.kind() == Destination.Kind.OUTSIDE)
                .isPresent();
        if (outside && !own.externalCalls()) {
            throw Problem.INVALID.at(
                    "/followMe/otherwise", "forward.outside", "leads outside, where the extension may not call");
        }
        List<String> numbers = follow.numbers();
        CallSettings present = settings.of(portal);
        var plan = new Numbers(present.country(), present.areaCode());
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).equals(own.number())) {
                throw Problem.INVALID.at("/followMe/numbers/" + i, "telephone.itself", "leads to itself");
            }
            if (plan.isEmergency(numbers.get(i))) {
                throw Problem.INVALID.at("/followMe/numbers/" + i, "telephone.emergency", "is for emergencies");
            }
        }
    }
}
