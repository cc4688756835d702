package org.patchbay.jvb.bridge;

import org.patchbay.jvb.colibri.ChannelMessage;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.spi.media.Departure;

/** Turns what the videobridge says to one endpoint, or that it says nothing, into what its conference does. Thread-safe. */
final class EndpointNews implements MessageChannel.Listener {

    private final JvbConference conference;
    private final Server server;
    private final JvbEndpoint endpoint;

    EndpointNews(JvbConference conference, Server server, JvbEndpoint endpoint) {
        this.conference = conference;
        this.server = server;
        this.endpoint = endpoint;
    }

    @Override
    public void message(ChannelMessage message) {
        if (!conference.has(endpoint)) {
            return;
        }
        if (message instanceof ChannelMessage.Forwarded forwarded) {
            endpoint.forwarded(forwarded);
            conference.placed(endpoint);
        } else if (message instanceof ChannelMessage.Mapped mapped) {
            endpoint.mapped(mapped);
            conference.placed(endpoint);
        } else if (message instanceof ChannelMessage.Wanted wanted) {
            conference.wanted(endpoint, wanted.source(), wanted.maxHeight());
        } else if (message instanceof ChannelMessage.Speaker says) {
            conference.speaks(says.endpoint());
        } else if (message instanceof ChannelMessage.Activity activity && !activity.active()) {
            conference.silent(activity.endpoint());
        }
    }

    @Override
    public void gone() {
        conference.lose(endpoint, endpoint.isConnected() ? Departure.CONSENT_LOST : Departure.ICE_FAILED);
    }

    @Override
    public void refused() {
        server.works().run(this::verify);
    }

    @Override
    public void broken() {
        server.suspect();
    }

    /** Asks whether the conference or the endpoint is still there. */
    private void verify() {
        try {
            if (!conference.has(endpoint)) {
                return;
            }
            if (server.client().knows(conference.id().value())) {
                gone();
            } else {
                conference.lost();
            }
        } catch (ColibriException e) {
            server.suspect();
        }
    }
}
