package org.patchbay.calls.call;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;

/** What the person of an extension may do by a code with calls and phones of others, in one of their departments at least. May ask the database. Thread-safe. */
public interface Privileges {

    boolean may(PortalId portal, Extension by, Right right, Set<DepartmentId> departments);

    /** The departments of who takes part. */
    static Set<DepartmentId> departments(LiveCall call) {
        return call.parties().stream()
                .map(CallParty::department)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
