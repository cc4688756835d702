package org.patchbay.api.meetings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** Meetings by telephone. Thread-safe. */
@ProviderType
public interface DialIns {

    /** How the room behind a link is reached, which has a number from then on; empty where the portal has no way in by telephone. */
    Optional<DialIn> of(PortalId portal, String code);

    /**
     * Whether a room's number is one, and asks for a PIN. Opens nothing.
     *
     * @param caller who calls, for throttling guesses; empty when withheld
     * @throws org.patchbay.api.PatchbayException NOT_FOUND where the number leads nowhere, {@code meeting.over} or {@code
     *     meeting.cancelled}; CONFLICT with {@code meeting.not-yet}; LIMITED after too many numbers that lead nowhere
     */
    boolean asksPin(PortalId portal, String number, String caller);

    /**
     * Brings a phone into the meeting behind a room's number, or before its door. What happens there is told to the visitor until
     * it is over.
     *
     * @param name what it is called in the room
     * @throws org.patchbay.api.PatchbayException as {@link Meetings#byCode}; FORBIDDEN with {@code meeting.locked}; LIMITED
     *     where it is full
     */
    PhoneStay enter(
            PortalId portal, String number, Optional<String> pin, String caller, String name, PhoneVisitor visitor);
}
