package org.patchbay.jvb.bridge;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patchbay.jvb.colibri.ChannelMessage;
import org.patchbay.jvb.colibri.Wishes;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.SourceId;

/** What is known of an endpoint on a videobridge. Thread-safe. */
final class JvbEndpoint {

    private final EndpointId id;
    private final EndpointOptions options;
    private final MidMap mids;
    private ReceiverConstraints wanted = ReceiverConstraints.everything();
    private @Nullable RemoteTransport remote;
    private @Nullable MessageChannel channel;
    private String conferenceKey = "";
    private boolean connected;

    JvbEndpoint(EndpointId id, EndpointOptions options) {
        this.id = id;
        this.options = options;
        this.mids = new MidMap(options);
    }

    EndpointId id() {
        return id;
    }

    /** Takes over the channel that the videobridge offered at this address. */
    synchronized void hears(URI uri, MessageChannel of) {
        channel = of;
        String[] path = uri.getPath().split("/", -1);
        conferenceKey = path.length >= 3 ? path[path.length - 2] : "";
    }

    /** What the videobridge calls the conference in its own words. */
    synchronized String conferenceKey() {
        return conferenceKey;
    }

    void closeChannel() {
        MessageChannel open;
        synchronized (this) {
            open = channel;
        }
        if (open != null) {
            open.close();
        }
    }

    /** Writes down what the answer said; answers whether it is the first. */
    synchronized boolean answered(RemoteTransport transport) throws BridgeException {
        RemoteTransport before = remote;
        remote = transport;
        if (before == null) {
            return true;
        }
        boolean same = before.ufrag().equals(transport.ufrag())
                && before.pwd().equals(transport.pwd())
                && before.fingerprint().equals(transport.fingerprint());
        if (!same) {
            remote = before;
            throw new BridgeException(Reason.CONFLICT, "The credentials of " + id + " changed");
        }
        return false;
    }

    /** Takes back an answer that the videobridge did not get. */
    synchronized void unanswered() {
        remote = null;
    }

    /** Answers whether it was not connected before. */
    synchronized boolean connects() {
        boolean first = !connected;
        connected = true;
        return first;
    }

    synchronized boolean isConnected() {
        return connected;
    }

    void wants(ReceiverConstraints constraints) {
        MessageChannel open;
        synchronized (this) {
            wanted = constraints;
            open = channel;
        }
        if (open != null) {
            open.send(wishes());
        }
    }

    /** What the endpoint wants to see, as a message. */
    synchronized String wishes() {
        return Wishes.text(wanted, options.videoMids());
    }

    synchronized void forwarded(ChannelMessage.Forwarded message) {
        mids.forwarded(message.sources());
    }

    synchronized void mapped(ChannelMessage.Mapped message) {
        mids.mapped(message);
    }

    synchronized boolean isOutOfMids(Function<String, Optional<SourceId>> known) {
        return mids.isUsedUp(known);
    }

    synchronized Optional<Map<String, SourceId>> changedMap(Function<String, Optional<SourceId>> known) {
        return mids.changed(known);
    }
}
