package org.patchbay.calls;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;

/** Rights as a test gives them, in departments. Thread-safe. */
public final class FixedAccess implements Access {

    private record Grant(PersonId person, Right right) {}

    private final Map<Grant, Scope> grants = new ConcurrentHashMap<>();

    public void grant(Caller.Member to, Right right, DepartmentId in) {
        grants.put(new Grant(to.person(), right), Scope.of(Set.of(in)));
    }

    public void grantEverywhere(Caller.Member to, Right right) {
        grants.put(new Grant(to.person(), right), Scope.EVERYWHERE);
    }

    @Override
    public void require(Caller caller, PortalId portal, Right right) {
        if (scope(caller, portal, right).isEmpty()) {
            throw Problem.FORBIDDEN.because("You lack the right " + right);
        }
    }

    @Override
    public void requireMeeting(Caller caller, PortalId portal, Right right, String meeting) {
        require(caller, portal, right);
    }

    @Override
    public Scope scope(Caller caller, PortalId portal, Right right) {
        return caller.personId()
                .filter(person -> caller.portal().equals(portal))
                .map(person -> grants.getOrDefault(new Grant(person, right), Scope.NOWHERE))
                .orElse(Scope.NOWHERE);
    }

    @Override
    public Set<Right> rights(Caller caller, PortalId portal) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (!scope(caller, portal, right).isEmpty()) {
                rights.add(right);
            }
        }
        return rights;
    }
}
