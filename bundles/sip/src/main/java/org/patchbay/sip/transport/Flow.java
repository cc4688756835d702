package org.patchbay.sip.transport;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The way to and from one peer (RFC 5626, section 2): a connection, or with UDP a pair of addresses. Two with the same ends
 * are equal. Thread-safe; nothing blocks.
 */
public interface Flow {

    /** What carries it. */
    Transport transport();

    /** The peer as seen from here, behind its NAT. */
    InetSocketAddress remote();

    /** Whether something can still be sent. */
    boolean isOpen();

    /** Sends a message; says so if it surely went nowhere. */
    void send(byte[] message, Runnable failed);

    /** What is wrong with the certificate of the other side, where that ended the connection. */
    default Optional<TlsFault> fault() {
        return Optional.empty();
    }

    /** Runs this once when the connection ends; never with UDP. */
    void onClose(Runnable action);
}
