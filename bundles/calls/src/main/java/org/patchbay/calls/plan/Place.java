package org.patchbay.calls.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.VoiceMenu;

/** Where a call is on its way. */
sealed interface Place {

    record Nowhere() implements Place {}

    record AtExtension(Extension extension) implements Place {}

    /** At the numbers at which somebody is looked for. */
    record AtOthers(Extension extension, int next) implements Place {}

    record AtGroup(RingGroup group, List<List<Extension>> order, int next) implements Place {

        /** Those whose turn it is; nobody when all were called. */
        List<Extension> now() {
            return next < order.size() ? order.get(next) : List.of();
        }

        AtGroup further() {
            return new AtGroup(group, order, next + 1);
        }
    }

    record AtApplication(Action.Refuse otherwise) implements Place {}

    record AtQueue(Destination otherwise) implements Place {}

    record AtMenu(VoiceMenu menu, int tries) implements Place {

        /** Where keys lead: one of the menu, or an internal number where that may be dialled. */
        Optional<Destination> leads(Outcome outcome, Function<String, Dialled> plan) {
            if (!(outcome instanceof Outcome.Pressed pressed)) {
                return Optional.empty();
            }
            String keys = pressed.keys();
            return Optional.ofNullable(menu.keys().get(keys))
                    .or(() -> menu.extensions() && plan.apply(keys) instanceof Dialled.Internal internal
                            ? Optional.of(internal.destination())
                            : Optional.empty());
        }
    }

    record AtScriptMenu(Map<String, String> keys) implements Place {}
}
