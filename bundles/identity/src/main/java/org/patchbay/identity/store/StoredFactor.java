package org.patchbay.identity.store;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * A person's second factor as it is kept.
 *
 * @param required whether an administrator asks it of this person, whatever the portal asks
 * @param sealedSecret of the authenticator app; empty while none is set up
 * @param lastStep the time step of the last code that was used
 */
public record StoredFactor(
        PortalId portal, PersonId person, boolean required, Optional<String> sealedSecret, long lastStep) {}
