package org.patchbay.spi.tenancy;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/**
 * What a slice says of a portal in the portal's file, by which a portal is written down, compared and made so. Called
 * concurrently.
 */
@ConsumerType
public interface PortalSection<T> {

    /** What the section is; always the same. */
    Section<T> section();

    /** As it is now, in an order that only changes make other; no secret is ever in it, only that it is set. */
    T read(PortalId portal);

    /**
     * Makes it so, in the caller's unit of work: what is the same already is left alone, so that applying twice changes
     * nothing. The change may be undone by rolling back, which is how a difference is found out.
     *
     * @return what was changed that reading does not show, such as {@code plugins/crm-hubspot/token}
     * @throws org.patchbay.api.PatchbayException with pointers into the section, see {@link Items}
     */
    List<String> apply(PortalId portal, T wanted, Caller by);

    /**
     * What reading would give once it was applied, by the rules of {@link #apply} and without writing anything; empty where
     * only applying tells. So a difference need not write what is much. Called in a unit of work in which the sections before
     * it are applied.
     */
    default Optional<T> expect(PortalId portal, T wanted, Caller by) {
        return Optional.empty();
    }

    /** Removes what is no longer wanted, in the same unit of work, when every section was applied, the last first. */
    default void prune(PortalId portal, T wanted, Caller by) {}
}
