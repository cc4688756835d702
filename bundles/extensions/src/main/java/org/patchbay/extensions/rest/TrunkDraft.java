package org.patchbay.extensions.rest;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.NumberFormat;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.identity.DepartmentId;

/**
 * What can be chosen of a trunk, as in {@link Trunk}; without a department it is of Default. Immutable.
 *
 * @param password what it signs in with; without one the present one stays
 */
@PutBack(Trunk.class)
public record TrunkDraft(
        String name,
        Optional<DepartmentId> department,
        int order,
        @MayBeAbsent boolean on,
        String host,
        int port,
        Optional<Trunk.Transport> transport,
        String user,
        @MayBeAbsent boolean registers,
        int expirySeconds,
        @MayBeAbsent List<String> networks,
        Optional<Integer> mostCalls,
        Optional<String> callerId,
        @MayBeAbsent boolean ownCallerId,
        NumberFormat shown,
        NumberFormat dialled,
        String prefix,
        Optional<String> password) {

    private static final int LONGEST_PASSWORD = 200;

    public TrunkDraft {
        if (password.filter(text -> text.isEmpty() || text.length() > LONGEST_PASSWORD)
                .isPresent()) {
            throw Problem.INVALID.at("/password", "trunk.password", "must be 1 to 200 characters");
        }
    }

    @Override
    public String toString() {
        return "TrunkDraft[" + name + "]";
    }

    Trunk thing(PortalId portal, String id, long version) {
        return new Trunk(
                id,
                name,
                department.orElseGet(() -> DepartmentId.defaultOf(portal)),
                order,
                on,
                host,
                port,
                transport,
                user,
                registers,
                expirySeconds,
                networks,
                mostCalls,
                callerId,
                ownCallerId,
                shown,
                dialled,
                prefix,
                version);
    }
}
