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
        follow.otherwise().ifPresent(to -> require(own, "/followMe/otherwise", to));
        services.assistant().ifPresent(assistant -> {
            assistant.keys().forEach((key, to) -> require(own, "/assistant/keys/" + key, to));
            assistant.otherwise().ifPresent(to -> require(own, "/assistant/otherwise", to));
        });
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

    private static void require(Extension own, String field, Destination to) {
        if (to.kind() == Destination.Kind.EXTENSION && to.value().equals(own.id())) {
            throw Problem.INVALID.at(field, "telephone.itself", "leads to itself");
        }
        if (to.kind() == Destination.Kind.OUTSIDE && !own.externalCalls()) {
            throw Problem.INVALID.at(field, "forward.outside", "leads outside, where the extension may not call");
        }
    }
}
