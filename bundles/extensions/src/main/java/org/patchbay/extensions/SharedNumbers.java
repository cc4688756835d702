package org.patchbay.extensions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.extensions.book.Books;

/**
 * Numbers from outside that another portal of the server has, too: calls to them are told apart by the trunk alone. From memory;
 * looked for anew when something has changed. Thread-safe.
 */
@Component(service = SharedNumbers.class)
public final class SharedNumbers {

    private final Books books;
    private final Access access;
    private final Portals portals;
    private volatile Found found = new Found(-1, Map.of());

    @Activate
    public SharedNumbers(@Reference Books books, @Reference Access access, @Reference Portals portals) {
        this.books = books;
        this.access = access;
        this.portals = portals;
    }

    /**
     * A number that several portals have. Immutable.
     *
     * @param id of the number in the portal that is asked about
     * @param portals the names of the others, for who manages portals; empty for everybody else
     */
    public record SharedNumber(String id, String number, List<String> portals) {

        public SharedNumber {
            portals = List.copyOf(portals);
        }
    }

    /** The portals of each number that several have, as of a number of changes. */
    private record Found(long changes, Map<String, List<PortalId>> byNumber) {}

    /** Those of the portal, in the departments whose numbers the caller sets up. */
    public List<SharedNumber> of(PortalId portal, Caller by) {
        Scope scope = access.scope(by, portal, Right.CONFIGURE_CALL_HANDLING);
        boolean named = access.rights(by, portal).contains(Right.MANAGE_PORTALS);
        Map<String, List<PortalId>> shared = byNumber();
        return books.of(portal).inbound().stream()
                .filter(number -> shared.containsKey(number.number()) && scope.includes(number.department()))
                .sorted(Comparator.comparing(InboundNumber::number))
                .map(number -> new SharedNumber(
                        number.id(),
                        number.number(),
                        named ? names(portal, shared.getOrDefault(number.number(), List.of())) : List.of()))
                .toList();
    }

    private List<String> names(PortalId but, List<PortalId> those) {
        return those.stream()
                .filter(one -> !one.equals(but))
                .map(one -> portals.find(one).map(Portal::name))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    private Map<String, List<PortalId>> byNumber() {
        long now = books.changes();
        Found present = found;
        if (present.changes() != now) {
            Map<String, List<PortalId>> all = new HashMap<>();
            for (PortalId portal : books.portals()) {
                books.of(portal).inbound().forEach(number -> all.computeIfAbsent(
                                number.number(), none -> new ArrayList<>())
                        .add(portal));
            }
            all.values().removeIf(those -> those.size() < 2);
            present = new Found(
                    now,
                    all.keySet().stream()
                            .collect(Collectors.toMap(
                                    Function.identity(), number -> List.copyOf(all.getOrDefault(number, List.of())))));
            found = present;
        }
        return present.byNumber();
    }
}
