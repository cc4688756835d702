package org.patchbay.api.extensions;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;

/** The lines of a portal to the telephone network. Answers from memory. Thread-safe. */
@ProviderType
public interface Trunks {

    /** The trunk of this id. */
    Optional<Trunk> find(PortalId portal, String id);

    /** Those that are switched on, in their order. */
    List<Trunk> list(PortalId portal);

    /**
     * Which carry a call to this number, in the order they are to be tried; none when no rule lets it out. Whether the extension
     * may call outside at all is not asked.
     *
     * @param number E.164; an emergency number goes by every trunk
     * @param caller the department of the extension that calls
     */
    List<Trunk> route(PortalId portal, String number, DepartmentId caller);
}
