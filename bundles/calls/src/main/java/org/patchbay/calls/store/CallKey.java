package org.patchbay.calls.store;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;

/** Names a record: the portal first, so that one index serves to find and to list. */
@NullUnmarked // JPA fills the fields
public final class CallKey implements Serializable {

    private static final long serialVersionUID = 1;

    String portal;
    String id;

    /** For JPA. */
    public CallKey() {}

    static CallKey of(PortalId portal, CallId id) {
        return of(portal, id.value());
    }

    static CallKey of(PortalId portal, String id) {
        var key = new CallKey();
        key.portal = portal.value();
        key.id = id;
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallKey key && key.id.equals(id) && key.portal.equals(portal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portal, id);
    }
}
