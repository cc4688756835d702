package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * A session as it is kept.
 *
 * @param person empty for a guest
 * @param meeting the guest's meeting, empty for a person
 * @param name the guest's name, empty for a person
 * @param expires moves on while the session is used
 * @param ends never moves
 * @param address from which it was last used
 * @param device from which it was begun, in few words
 * @param roles held everywhere when it was begun: later ones count from the next sign-in; empty for all
 */
public record StoredSession(
        String id,
        PortalId portal,
        String secretHash,
        Optional<PersonId> person,
        Optional<String> meeting,
        Optional<String> name,
        Instant expires,
        Instant ends,
        Instant created,
        Instant lastUsed,
        Optional<String> address,
        Optional<String> device,
        Optional<Set<String>> roles) {}
