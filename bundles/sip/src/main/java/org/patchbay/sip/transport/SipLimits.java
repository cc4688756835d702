package org.patchbay.sip.transport;

/** How much of anything is taken from a peer. */
final class SipLimits {

    /** The longest datagram, in bytes. */
    static final int DATAGRAM = 64 * 1024;

    /** The longest head of a message on a connection, in bytes. */
    static final int HEAD = 16 * 1024;

    /** What may wait to be read by a peer, in bytes; more, and the connection ends. */
    static final int UNREAD = 1 << 20;

    private SipLimits() {}
}
