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
}
