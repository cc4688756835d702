package org.patchbay.calls;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.LiveSheet;

/**
 * On which sheet each call of this run stands that goes on. Calls that began together share one; it goes when all of them
 * are over or have come to a newer one. Used by the writer of the journal alone.
 */
final class Sheets {

    private final CallStore store;
    private final String run;
    private final Map<CallId, String> sheets = new HashMap<>();
    private final Map<String, Integer> callsOn = new HashMap<>();

    Sheets(CallStore store, String run) {
        this.store = store;
        this.run = run;
    }

    Group group() {
        return new Group();
    }

    /** What the group wrote is there. */
    void committed(Group group) {
        group.left.forEach((sheet, left) -> {
            if (left == 0) {
                callsOn.remove(sheet);
            } else {
                callsOn.put(sheet, left);
            }
        });
        group.over.forEach(sheets::remove);
        for (LiveSheet sheet : group.written) {
            callsOn.put(sheet.id(), sheet.calls().size());
            sheet.calls().forEach(call -> sheets.put(call.id(), sheet.id()));
        }
    }

    /** What is written together. */
    final class Group {

        private final Map<PortalId, Map<CallId, LiveCall>> going = new LinkedHashMap<>();
        private final Set<CallId> over = new HashSet<>();
        private final Map<String, Integer> left = new HashMap<>();
        private List<LiveSheet> written = List.of();

        /** This is known of the call now. */
        void goesOn(PortalId portal, LiveCall call) {
            if (!over.contains(call.id())) {
                going.computeIfAbsent(portal, key -> new LinkedHashMap<>()).put(call.id(), call);
            }
        }

        void isOver(PortalId portal, CallId call) {
            over.add(call);
            Map<CallId, LiveCall> others = going.getOrDefault(portal, Map.of());
            if (others.containsKey(call)) {
                others.remove(call);
            }
            leave(portal, call);
        }

        private void leave(PortalId portal, CallId call) {
            Optional.ofNullable(sheets.get(call)).ifPresent(sheet -> {
                int rest = left.getOrDefault(sheet, callsOn.getOrDefault(sheet, 1)) - 1;
                left.put(sheet, rest);
                if (rest == 0) {
                    store.drop(portal, sheet);
                }
            });
        }

        /** Writes the sheets, in the caller's unit of work. */
        void write() {
            written = going.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .map(entry -> new LiveSheet(
                            Ids.next(),
                            entry.getKey(),
                            run,
                            List.copyOf(entry.getValue().values())))
                    .toList();
            for (LiveSheet sheet : written) {
                sheet.calls().forEach(call -> leave(sheet.portal(), call.id()));
                store.keep(sheet);
            }
        }
    }
}
