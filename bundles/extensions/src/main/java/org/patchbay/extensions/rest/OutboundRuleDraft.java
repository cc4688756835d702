package org.patchbay.extensions.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.identity.DepartmentId;

/** What can be chosen of a rule for calls outside, as in {@link OutboundRule}; without a department it is of Default. Immutable. */
@PutBack(OutboundRule.class)
public record OutboundRuleDraft(
        String name,
        Optional<DepartmentId> department,
        int order,
        @MayBeAbsent List<String> prefixes,
        @MayBeAbsent Set<DepartmentId> departments,
        @MayBeAbsent List<String> trunks) {

    OutboundRule thing(PortalId portal, String id, long version) {
        if (trunks.isEmpty() && prefixes.isEmpty() && departments.isEmpty()) {
            throw Problem.INVALID.at(
                    "/trunks", "rule.forbids-all", "must name trunks, or else the numbers that are forbidden");
        }
        return new OutboundRule(
                id,
                name,
                department.orElseGet(() -> DepartmentId.defaultOf(portal)),
                order,
                prefixes,
                departments,
                trunks,
                version);
    }
}
