package org.patchbay.certificates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What will make browsers complain about a certificate. */
final class Warnings {

    static final String NOT_COVERED = "not-covered";

    private static final Duration SOON = Duration.ofDays(30);

    private Warnings() {}

    static List<String> of(Identity identity, Instant now) {
        List<String> warnings = new ArrayList<>();
        if (identity.selfSigned()) {
            warnings.add("self-signed");
        }
        if (identity.lacksIssuer()) {
            warnings.add("no-chain");
        }
        if (identity.from().isAfter(now)) {
            warnings.add("not-yet-valid");
        }
        if (identity.until().isBefore(now)) {
            warnings.add("expired");
        } else if (identity.until().isBefore(now.plus(SOON))) {
            warnings.add("expires-soon");
        }
        if (identity.hosts().isEmpty()) {
            warnings.add("no-hosts");
        }
        return warnings;
    }
}
