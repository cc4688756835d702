package org.patchbay.api.calls;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/**
 * The calls of a portal. Everybody sees and operates the own ones; those of others by the rights held in the departments of
 * the people who take part. A call that the caller may not see is not found. Thread-safe.
 */
@ProviderType
public interface Calls {

    /** The calls that go on and that the caller may see, oldest first, at most 500. */
    List<LiveCall> live(PortalId portal, Caller by);

    /** One call that goes on. */
    Optional<LiveCall> find(PortalId portal, CallId id, Caller by);

    /**
     * Rings the caller's own phones and, when one is answered, dials the number.
     *
     * @throws org.patchbay.api.PatchbayException INVALID for no number, CONFLICT for somebody without a phone that is there,
     *     LIMITED when too many calls go on
     */
    LiveCall originate(PortalId portal, String to, Caller by);

    /**
     * Does something with a call. Returns when it is begun; what becomes of it is told by events.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND, FORBIDDEN, CONFLICT with {@code call.ended} or {@code call.state} when it no longer
     *     fits, INVALID for what cannot be done
     */
    void act(PortalId portal, CallId id, CallAction action, Caller by);

    /** The calls that were and that the caller may see, newest first. */
    Page<CallRecord> records(PortalId portal, CallQuery query, PageRequest page, Caller by);

    /** One call that was. */
    Optional<CallRecord> record(PortalId portal, CallId id, Caller by);

    /**
     * The same calls with those together that belong together, by the newest beginning first. A conversation is listed when one
     * of its calls is looked for, and then holds all that the caller may see.
     */
    Page<Conversation> conversations(PortalId portal, CallQuery query, PageRequest page, Caller by);

    /** One call that was, with those that belong together with it. */
    Optional<Conversation> conversation(PortalId portal, CallId id, Caller by);

    /** What would happen if somebody called. */
    Foresight foresee(PortalId portal, Foresight.Question question, Caller by);
}
