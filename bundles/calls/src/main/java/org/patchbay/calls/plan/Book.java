package org.patchbay.calls.plan;

import org.patchbay.api.extensions.CallGroups;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.Trunks;
import org.patchbay.api.identity.Departments;

/** What was set up, as decisions read it. */
public record Book(
        DialPlan dialPlan, Extensions extensions, CallGroups groups, Trunks trunks, Departments departments) {}
