package org.patchbay.jvb.bridge;

import java.net.URI;
import org.patchbay.jvb.colibri.ChannelMessage;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.jvb.colibri.ColibriRequests;
import org.patchbay.jvb.colibri.EndpointReply;
import org.patchbay.jvb.colibri.Wishes;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.RemoteTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint of our own on a leg of a conference, hidden from the others: it sends nothing, and gets the sources of all under their
 * own SSRCs. Thread-safe.
 */
final class Ear implements MessageChannel.Listener {

    private static final Logger log = LoggerFactory.getLogger(Ear.class);

    private final JvbConference leg;
    private final CascadeTap tap;
    private final EndpointId id;
    private final MessageChannel channel;

    private Ear(JvbConference leg, CascadeTap tap, EndpointId id, URI socket) {
        this.leg = leg;
        this.tap = tap;
        this.id = id;
        this.channel = new MessageChannel(
                leg.server().http(), socket, leg.server().works(), () -> Wishes.everything(tap.height()), this);
    }

    /** Joins the leg; answers before anything is heard. */
    static Ear open(JvbConference leg, CascadeTap tap, EndpointId id) throws ColibriException, BridgeException {
        EndpointReply reply =
                EndpointReply.read(leg.change(ColibriRequests.about(ColibriRequests.newListener(id))), id);
        leg.server().isHeard(true);
        boolean open = false;
        try {
            RemoteTransport own = tap.client().join(id, reply.transport());
            leg.change(ColibriRequests.about(ColibriRequests.transport(id, own)));
            URI socket = reply.socket()
                    .orElseThrow(() -> new ColibriException(
                            ColibriException.Reason.REFUSED,
                            "Its WebSockets are off (videobridge.websockets.enabled)"));
            var ear = new Ear(leg, tap, id, socket);
            ear.channel.open();
            open = true;
            return ear;
        } finally {
            if (!open) {
                tap.client().leave(id);
                expire(leg, id);
            }
        }
    }

    EndpointId id() {
        return id;
    }

    JvbConference leg() {
        return leg;
    }

    /** Ends it here and, soon, there. */
    void leave() {
        channel.close();
        tap.client().leave(id);
        leg.server().works().run(() -> expire(leg, id));
    }

    /** Ends it there, too; may block. */
    void close() {
        channel.close();
        tap.client().leave(id);
        expire(leg, id);
    }

    private static void expire(JvbConference leg, EndpointId id) {
        leg.server().isHeard(false);
        try {
            leg.change(ColibriRequests.about(ColibriRequests.expire(id)));
        } catch (ColibriException e) {
            log.debug("The listener {} of {} could not be expired: {}", id, leg.id(), e.getMessage());
        }
    }

    @Override
    public void message(ChannelMessage message) {
        // what others do is heard by their own channels
    }

    @Override
    public void gone() {
        tap.lost(this, "the videobridge ended it");
    }

    @Override
    public void refused() {
        tap.lost(this, "the videobridge does not know it");
    }

    @Override
    public void broken() {
        leg.server().suspect();
    }
}
