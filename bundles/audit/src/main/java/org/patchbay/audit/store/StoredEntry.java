package org.patchbay.audit.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.audit.AuditActor;

/**
 * An entry as it rests.
 *
 * @param sequence 0 before it is in its chain
 * @param sealedName of who did it
 * @param sealedAddress where the request came from
 * @param about the person whose key sealed the personal fields
 * @param before a JSON object; personal values in it are sealed
 * @param after likewise
 * @param hash empty before it is in its chain
 */
public record StoredEntry(
        String id,
        long sequence,
        Instant time,
        AuditActor actor,
        Optional<String> person,
        Optional<String> sealedName,
        Optional<String> sealedAddress,
        String action,
        String subjectKind,
        String subjectId,
        Optional<String> about,
        String before,
        String after,
        String hash) {

    StoredEntry at(long place, String chained) {
        return new StoredEntry(
                id,
                place,
                time,
                actor,
                person,
                sealedName,
                sealedAddress,
                action,
                subjectKind,
                subjectId,
                about,
                before,
                after,
                chained);
    }
}
