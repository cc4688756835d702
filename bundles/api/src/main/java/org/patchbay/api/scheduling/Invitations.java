package org.patchbay.api.scheduling;

import java.time.LocalDateTime;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/** Invitations by the secret of their mail, which needs no account. Thread-safe. */
@ProviderType
public interface Invitations {

    /**
     * The invitation behind the secret.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND for an unknown secret, and for who is not invited any more
     */
    Invitation find(PortalId portal, String secret);

    /**
     * Answers for the whole meeting, or for one occurrence.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND as above or for no such occurrence, CONFLICT for a meeting that is
     *     cancelled, INVALID for {@code NEEDS_ACTION}
     */
    Invitation answer(PortalId portal, String secret, Answer answer, Optional<LocalDateTime> occurrence, Caller by);
}
