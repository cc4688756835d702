package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * A passkey as it is kept.
 *
 * @param credential its id, as base64url
 * @param data the attested credential data (WebAuthn, section 6.5.1) with the public key, as base64url
 * @param counter the signature counter of the last use
 */
public record StoredPasskey(
        String id,
        PortalId portal,
        PersonId person,
        String name,
        String credential,
        String data,
        long counter,
        Instant created,
        Optional<Instant> lastUsed) {}
