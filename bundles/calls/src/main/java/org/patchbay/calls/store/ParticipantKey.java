package org.patchbay.calls.store;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Names a part in a call. */
@NullUnmarked // JPA fills the fields
public final class ParticipantKey implements Serializable {

    private static final long serialVersionUID = 1;

    String portal;
    String who;
    String call;

    /** For JPA. */
    public ParticipantKey() {}

    static ParticipantKey of(String portal, String who, String call) {
        var key = new ParticipantKey();
        key.portal = portal;
        key.who = who;
        key.call = call;
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParticipantKey key
                && key.call.equals(call)
                && key.who.equals(who)
                && key.portal.equals(portal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portal, who, call);
    }
}
