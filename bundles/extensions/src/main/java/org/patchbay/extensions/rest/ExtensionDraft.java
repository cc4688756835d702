package org.patchbay.extensions.rest;

import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;

/** What can be chosen of an extension, as in {@link Extension}; without a department it is of Default. Immutable. */
@PutBack(Extension.class)
public record ExtensionDraft(
        String number,
        String name,
        Optional<PersonId> person,
        Optional<DepartmentId> department,
        int ringSeconds,
        int mostCalls,
        Optional<String> callerId,
        @MayBeAbsent boolean externalCalls,
        @MayBeAbsent boolean doNotDisturb,
        Forwards forwards,
        RecordingRule recording,
        @MayBeAbsent boolean hidden,
        @MayBeAbsent boolean locked) {

    Extension thing(PortalId portal, String id, long version) {
        return new Extension(
                id,
                number,
                name,
                person,
                department.orElseGet(() -> DepartmentId.defaultOf(portal)),
                ringSeconds,
                mostCalls,
                callerId,
                externalCalls,
                doNotDisturb,
                forwards,
                recording,
                hidden,
                locked,
                version);
    }
}
