package org.patchbay.api.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.patchbay.api.identity.PersonId;

/**
 * A change to be recorded. Fields that are the same before and after are left out, so that both maps may be complete.
 * Immutable.
 *
 * @param action such as {@code person.updated}: the kind of thing, then what happened; at most 100 characters
 * @param subjectKind such as {@code person}
 * @param subjectId the id of the thing, at most 200 characters
 * @param before field to text; empty for something new; a secret is {@code set}, never its value
 * @param after field to text; empty for something that is gone; a secret is {@code set} or {@code changed}
 * @param person whom the personal fields are about; empty if there are none
 * @param personal names of the fields that hold personal values; they rest sealed under the person's key
 */
public record AuditDraft(
        String action,
        String subjectKind,
        String subjectId,
        Map<String, String> before,
        Map<String, String> after,
        Optional<PersonId> person,
        Set<String> personal) {

    public AuditDraft {
        Map<String, String> old = different(before, after);
        after = different(after, before);
        before = old;
        personal = Set.copyOf(personal);
    }

    private static Map<String, String> different(Map<String, String> fields, Map<String, String> others) {
        var left = new TreeMap<>(fields);
        left.entrySet().removeIf(field -> field.getValue().equals(others.get(field.getKey())));
        return Collections.unmodifiableMap(left);
    }

    /** A change without personal values. */
    public AuditDraft(
            String action,
            String subjectKind,
            String subjectId,
            Map<String, String> before,
            Map<String, String> after) {
        this(action, subjectKind, subjectId, before, after, Optional.empty(), Set.of());
    }

    /** The same, with these fields sealed under the key of the person they are about. */
    public AuditDraft personal(PersonId about, String... fields) {
        return new AuditDraft(action, subjectKind, subjectId, before, after, Optional.of(about), Set.of(fields));
    }

    /** Whether nothing is different. */
    public boolean changesNothing() {
        return before.isEmpty() && after.isEmpty();
    }
}
