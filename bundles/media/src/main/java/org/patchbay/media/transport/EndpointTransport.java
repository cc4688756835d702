package org.patchbay.media.transport;

import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;

/** Carries the datagrams of one endpoint. Thread-safe. */
public interface EndpointTransport {

    /** What belongs in the offer. */
    Transport local();

    /** Starts connecting; to be called once. */
    void connect(RemoteTransport remote);

    /** Adds candidates of a transport that connects already. */
    void update(RemoteTransport remote);

    /** Sends a datagram; false if there is no way to. */
    boolean send(byte[] buffer, int offset, int length);

    /** How long ago the peer last consented to receive, in nanoseconds (RFC 7675). */
    long sinceConsent(long now);

    /** Says goodbye and frees everything. May block shortly. */
    void close();
}
