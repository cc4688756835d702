package org.patchbay.api.meetings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;

/** The meetings of a portal. Joining happens over the live channel {@code meeting}. Thread-safe. */
@ProviderType
public interface Meetings {

    /**
     * Starts a meeting hosted by the caller; it ends by itself when nobody has been in it for a while.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the fields, also for a profile or a feature that the portal
     *     does not have; FORBIDDEN when the portal has expired
     */
    Meeting start(PortalId portal, MeetingDraft draft, Caller.Member host);

    /** Finds a meeting of this portal only. */
    Optional<Meeting> find(PortalId portal, String id);

    /**
     * The open meeting behind a guest link's code, for somebody who knows its PIN, if it has one. A planned one opens when
     * it is time.
     *
     * @param address the client's, for throttling guesses
     * @throws org.patchbay.api.PatchbayException NOT_FOUND when the link leads nowhere, {@code meeting.over} or
     *     {@code meeting.cancelled}; CONFLICT with {@code meeting.not-yet} and the moments at which it opens and starts; FORBIDDEN with {@code pin.needed},
     *     {@code pin.wrong} or {@code portal.expired}; LIMITED after too many guesses
     */
    Meeting byCode(PortalId portal, String code, Optional<String> pin, String address);

    /**
     * Whether a guest needs a PIN behind a link's code; looks only, and tells nothing else of the meeting.
     *
     * @param address the client's, for throttling guesses
     * @throws org.patchbay.api.PatchbayException NOT_FOUND and CONFLICT as {@link #byCode}; FORBIDDEN with {@code
     *     portal.expired}; LIMITED after too many links that lead nowhere
     */
    boolean asksPin(PortalId portal, String code, String address);

    /**
     * The open meeting behind a link's code, for somebody with an account. A planned one opens when it is time, or when its
     * organizer comes.
     *
     * @throws org.patchbay.api.PatchbayException as {@link #byCode}, without a PIN
     */
    Meeting byLink(PortalId portal, String code, Caller.Member by);

    /** The portal's meetings, newest first. */
    Page<Meeting> list(PortalId portal, PageRequest page);

    /** Those of the portal's meetings that the person hosted or was in, newest first. */
    Page<Meeting> ofPerson(PortalId portal, PersonId person, PageRequest page);

    /** Ends a meeting for everybody, by its host or who manages the portal; harmless when it has ended. */
    Meeting end(PortalId portal, String id, Caller by);

    /**
     * Mutes a participant's audio or video, or lets it go again, by the host. Nothing muted is forwarded until the host or
     * the participant lets it go.
     */
    Meeting mute(PortalId portal, String id, String participant, boolean audio, boolean video, Caller by);

    /** Removes a participant, by the host. */
    Meeting remove(PortalId portal, String id, String participant, Caller by);
}
