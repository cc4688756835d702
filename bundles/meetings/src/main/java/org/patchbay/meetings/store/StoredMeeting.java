package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A meeting as it is kept.
 *
 * @param codeHash SHA-256 of the guest link's code, hexadecimal; the code is found by it
 * @param sealedCode the code, sealed, so that the host can copy the link again
 */
public record StoredMeeting(
        String id,
        String title,
        String codeHash,
        String sealedCode,
        String host,
        String hostName,
        Instant started,
        Optional<Instant> ended) {}
