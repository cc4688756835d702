package org.patchbay.spi.media;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries the media of conferences between their endpoints: see the package for what every bridge does alike. Thread-safe;
 * calls for one endpoint are made one after another. Every call may block for a network round trip, so none is made on
 * an I/O thread.
 */
@ConsumerType
public interface MediaBridge {

    /** The name that settings and statistics use; kebab-case, unique in the running system. */
    String name();

    /** What the bridge is and where it stands; never blocks, never fails. May change while it runs. */
    default BridgeProfile profile() {
        return BridgeProfile.unknown();
    }

    /** How the bridge is doing now; never blocks, never fails. */
    BridgeStats stats();

    /**
     * Opens a conference. The listener hears of it until it is expired.
     *
     * @throws BridgeException with {@code CONFLICT} if it is open already, {@code FULL} if the bridge takes no more
     */
    void createConference(ConferenceId conference, BridgeEvents listener) throws BridgeException;

    /** Ends a conference with all its endpoints; an unknown one is ignored. No event follows. */
    void expireConference(ConferenceId conference) throws BridgeException;

    /**
     * Makes room for an endpoint and says what belongs in its offer.
     *
     * @throws BridgeException with {@code NO_CONFERENCE}, {@code CONFLICT} if the endpoint is there already, or {@code
     *     FULL}
     */
    Transport addEndpoint(ConferenceId conference, EndpointId endpoint, EndpointOptions options) throws BridgeException;

    /**
     * Tells what the endpoint's answer said and starts connecting; told again with the same credentials it only adds
     * candidates.
     *
     * @throws BridgeException with {@code NO_CONFERENCE}, {@code NO_ENDPOINT} or {@code CONFLICT} if the credentials
     *     changed
     */
    void setRemoteTransport(ConferenceId conference, EndpointId endpoint, RemoteTransport transport)
            throws BridgeException;

    /**
     * Replaces the set of sources the endpoint sends.
     *
     * @throws BridgeException with {@code NO_CONFERENCE}, {@code NO_ENDPOINT} or {@code CONFLICT} if an SSRC belongs to
     *     another source of the conference
     */
    void setSources(ConferenceId conference, EndpointId endpoint, List<Source> sources) throws BridgeException;

    /**
     * Says what the endpoint wants to see. Until told it is {@link ReceiverConstraints#everything()}.
     *
     * @throws BridgeException with {@code NO_CONFERENCE} or {@code NO_ENDPOINT}
     */
    void setReceiverConstraints(ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints)
            throws BridgeException;

    /**
     * Stops or resumes forwarding what the endpoint sends, whatever the client does.
     *
     * @throws BridgeException with {@code NO_CONFERENCE} or {@code NO_ENDPOINT}
     */
    void forceMute(ConferenceId conference, EndpointId endpoint, boolean audio, boolean video) throws BridgeException;

    /** Removes an endpoint; an unknown one is ignored. No {@code endpointGone} follows. */
    void expireEndpoint(ConferenceId conference, EndpointId endpoint) throws BridgeException;

    /** Whether media of the conference go over this bridge, be it one of several. Never blocks. */
    default boolean carries(ConferenceId conference) {
        return false;
    }

    /**
     * Lets a conference reach over another bridge, too, which is linked with those it is on: an endpoint finds
     * its place on the bridge that is asked to add it, else on any other of them, and each of these bridges answers for the
     * whole conference from then on. The one that is lost takes its own
     * endpoints along alone, of which {@code endpointGone} tells.
     *
     * @throws BridgeException with {@code NO_CONFERENCE}, {@code CONFLICT} if it is there already, {@code FULL} or {@code
     *     UNAVAILABLE} of the other one, or {@code UNSUPPORTED} if these two cannot be linked
     */
    default void widen(ConferenceId conference, MediaBridge other) throws BridgeException {
        throw new BridgeException(BridgeException.Reason.UNSUPPORTED, "Bridge " + name() + " has no links to others");
    }

    /**
     * Lets a tap hear what the conference forwards, until it is closed or the conference is no more. A conference may have
     * several.
     *
     * @throws BridgeException with {@code NO_CONFERENCE}, or {@code UNSUPPORTED} if this bridge cannot be tapped
     */
    default OpenTap tap(ConferenceId conference, MediaTap tap) throws BridgeException {
        throw new BridgeException(BridgeException.Reason.UNSUPPORTED, "Bridge " + name() + " cannot be tapped");
    }
}
