package org.patchbay.identity.factor;

import java.util.Map;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.factor.SecondFactors.SecondFactorState;

/** A change of somebody's second factors for the audit; never a secret. */
public final class FactorAudit {

    private FactorAudit() {}

    /** From what somebody had and needed to what somebody has and needs. */
    public static AuditDraft change(String action, PersonId id, SecondFactorState before, SecondFactorState after) {
        return new AuditDraft(action, "person", id.value(), fields(before), fields(after));
    }

    /** Other recovery codes in the place of those before. */
    public static AuditDraft codes(PersonId id, int left, int fresh) {
        return new AuditDraft(
                "person.recovery-codes-renewed",
                "person",
                id.value(),
                Map.of("recoveryCodes", left + " left"),
                Map.of("recoveryCodes", fresh + " new"));
    }

    private static Map<String, String> fields(SecondFactorState state) {
        return Map.of(
                "required", Boolean.toString(state.requiredOfPerson()),
                "app", state.app() ? "set" : "none",
                "passkeys", Integer.toString(state.passkeys()),
                "recoveryCodes", Integer.toString(state.codesLeft()));
    }
}
