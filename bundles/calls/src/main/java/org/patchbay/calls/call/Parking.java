package org.patchbay.calls.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;

/** Which call is parked where. Thread-safe. */
final class Parking {

    private record Place(PortalId portal, String number) {}

    private final Map<Place, Call> places = new ConcurrentHashMap<>();

    /** Takes the wanted place, or the first of all that is free. */
    Optional<String> take(Call call, Optional<String> wanted, List<String> all) {
        return all.stream()
                .filter(place -> wanted.isEmpty() || wanted.get().equals(place))
                .filter(place -> places.putIfAbsent(new Place(call.portal(), place), call) == null)
                .findFirst();
    }

    void free(Call call, String place) {
        places.remove(new Place(call.portal(), place), call);
    }

    /** Who is parked there. */
    Optional<Call> at(PortalId portal, String place) {
        return Optional.ofNullable(places.get(new Place(portal, place)));
    }
}
