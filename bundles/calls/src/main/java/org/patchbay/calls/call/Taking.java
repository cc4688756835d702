package org.patchbay.calls.call;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Right;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Who;

/**
 * Whether a phone may take a call that rings, is parked or goes on elsewhere: as by REST, who takes part in it or parked it may, and
 * of others who holds the right in a department of somebody who takes part. Thread-safe.
 */
final class Taking {

    private final Privileges privileges;
    private final Executor workers;

    Taking(Privileges privileges, Executor workers) {
        this.privileges = privileges;
        this.workers = workers;
    }

    static Right right(Call wanted) {
        return wanted.stage() instanceof ParkStage ? Right.PARK : Right.OPERATE_CALLS;
    }

    /** Whether the extension may take this call. May ask the database. */
    boolean may(Extension by, Call wanted) {
        return isOwn(wanted, by)
                || privileges.may(wanted.portal(), by, right(wanted), Privileges.departments(wanted.live()));
    }

    /** Whether it may take calls of another one: who may not does not learn whether that one rings. May ask the database. */
    boolean may(PortalId portal, Extension by, Extension watched) {
        return isOwn(Who.at(watched), by)
                || privileges.may(portal, by, Right.OPERATE_CALLS, Set.of(watched.department()));
    }

    /** A phone comes in the place of another one if it may; it belongs to no call before. The call may be over by then. */
    void ask(Call wanted, Line line, Runnable then) {
        Runnable refuse = () -> line.end(LegEnd.refused(403, RefusedStage.MAY_NOT_TAKE));
        Optional<Extension> by = line.who().extension();
        if (by.isEmpty()) {
            wanted.serial().execute(refuse);
        } else if (isOwn(wanted, by.get())) {
            wanted.serial().execute(then);
        } else {
            workers.execute(() -> wanted.serial().execute(may(by.get(), wanted) ? then : refuse));
        }
    }

    /** Whether it is a call of this extension, or of its person. */
    private static boolean isOwn(Call wanted, Extension by) {
        boolean parked = wanted.stage() instanceof ParkStage park && isOwn(park.by(), by);
        return parked
                || wanted.live().parties().stream()
                        .anyMatch(party -> (party.trunk().isEmpty()
                                        && party.number().equals(by.number()))
                                || (by.person().isPresent() && party.person().equals(by.person())));
    }

    private static boolean isOwn(Who who, Extension by) {
        return who.is(by.id()) || (by.person().isPresent() && who.person().equals(by.person()));
    }
}
