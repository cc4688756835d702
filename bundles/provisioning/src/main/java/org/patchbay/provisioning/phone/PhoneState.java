package org.patchbay.provisioning.phone;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a phone's fetching. Immutable.
 *
 * @param linked whether it has fetched its file with its secret, so that the secret is no good any more
 * @param fetched when it fetched its file last
 * @param userAgent what it said it is, to 200 characters
 * @param address from where
 */
public record PhoneState(
        boolean linked, Optional<Instant> fetched, Optional<String> userAgent, Optional<String> address) {

    /** Of a phone that has not come yet. */
    public static final PhoneState NEW = new PhoneState(false, Optional.empty(), Optional.empty(), Optional.empty());
}
