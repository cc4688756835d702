package org.patchbay.api.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * A change that was recorded. Values of somebody who has been erased read {@code [erased]}. Immutable.
 *
 * @param sequence counts the entries of a portal from 1 on
 * @param actor what kind of caller made the change
 * @param person who did it; empty for a guest, nobody and the server
 * @param name of who did it
 * @param address the client's, if there was one
 * @param hash SHA-256 over the entry and the hash before it, hexadecimal
 * @param names what the things that the entry names by their ids are called now, by id; no part of what was recorded
 */
public record AuditEntry(
        String id,
        PortalId portal,
        long sequence,
        Instant time,
        AuditActor actor,
        Optional<PersonId> person,
        Optional<String> name,
        Optional<String> address,
        String action,
        String subjectKind,
        String subjectId,
        Map<String, String> before,
        Map<String, String> after,
        String hash,
        Map<String, String> names) {

    public AuditEntry {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** The same with what its things are called now. */
    public AuditEntry named(Map<String, String> present) {
        return new AuditEntry(
                id,
                portal,
                sequence,
                time,
                actor,
                person,
                name,
                address,
                action,
                subjectKind,
                subjectId,
                before,
                after,
                hash,
                present);
    }
}
