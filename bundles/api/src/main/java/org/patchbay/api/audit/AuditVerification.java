package org.patchbay.api.audit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What reading a portal's chain has shown. Immutable.
 *
 * @param intact whether every entry is as it was written, and none is missing
 * @param entries how many were read
 * @param head the hash of the last entry that is whole; noted elsewhere, it proves later that nothing before was changed
 * @param brokenSequence of the first entry that is not as it should be
 * @param brokenId its id; empty if it is missing
 * @param reason what is wrong with it, one English sentence
 */
public record AuditVerification(
        boolean intact,
        long entries,
        String head,
        OptionalLong brokenSequence,
        Optional<String> brokenId,
        Optional<String> reason) {

    /** A chain that is whole. */
    public static AuditVerification intact(long entries, String head) {
        return new AuditVerification(true, entries, head, OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /** A chain that breaks at an entry. */
    public static AuditVerification broken(
            long entries, String head, long sequence, Optional<String> id, String reason) {
        return new AuditVerification(false, entries, head, OptionalLong.of(sequence), id, Optional.of(reason));
    }
}
