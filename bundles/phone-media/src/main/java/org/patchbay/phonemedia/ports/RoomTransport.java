package org.patchbay.phonemedia.ports;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.net.MediaLoop;
import org.patchbay.phonemedia.net.SocketPair;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.LocalEnd;
import org.patchbay.phonemedia.sdp.RoomOffer;
import org.patchbay.phonemedia.srtp.DtlsTransport;
import org.patchbay.phonemedia.srtp.SrtpSession;
import org.patchbay.phonemedia.srtp.StunChecks;
import org.patchbay.phonemedia.srtp.StunResponder;

/**
 * The network side of a phone in a room: the bridge is the controlling agent of ICE (RFC 8445) and the DTLS server, as with
 * browsers. A bridge with one port for all knows only who checked it, so we check each of its candidates until it has chosen, and
 * then that one. What is received comes on the thread of the loop.
 */
final class RoomTransport implements MediaLoop.Reader {

    private static final int MOST_CHECKED = 8;
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CONSENT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SocketPair sockets;
    private final PortContext context;
    private final RoomEars ears;
    private final byte[] stunAnswer = new byte[StunResponder.LONGEST];
    private final Set<InetSocketAddress> checked = new LinkedHashSet<>();
    private List<InetSocketAddress> candidates = List.of();
    private boolean chosen;
    private long nextCheck;
    private @Nullable StunChecks checks;
    private @Nullable StunResponder stun;
    private @Nullable DtlsTransport dtls;
    private String fingerprint = "";
    private volatile @Nullable InetSocketAddress target;
    private volatile @Nullable SrtpSession srtp;
    private volatile boolean flowing;
    private volatile boolean closed;

    RoomTransport(SocketPair sockets, PortContext context, RoomEars ears) {
        this.sockets = sockets;
        this.context = context;
        this.ears = ears;
    }

    /** Begins anew with what both sides say. */
    synchronized void agree(RoomOffer offer, LocalEnd own) {
        shutDown(dtls);
        checked.clear();
        target = null;
        srtp = null;
        flowing = false;
        fingerprint = offer.fingerprint();
        candidates = offer.candidates();
        chosen = false;
        nextCheck = System.nanoTime();
        checks = new StunChecks(offer.ufrag(), own.ufrag(), offer.password());
        stun = new StunResponder(own.ufrag(), own.password());
        dtls = association();
    }

    /** Checks the bridge when it is time. Called by the clock alone. */
    synchronized void check(long now) {
        InetSocketAddress to = target;
        StunChecks agreed = checks;
        if (agreed == null || closed || now - nextCheck < 0) {
            return;
        }
        byte[] check = agreed.next();
        if (chosen && to != null) {
            nextCheck = now + CONSENT_NANOS;
            sockets.send(check, check.length, to);
        } else {
            nextCheck = now + CHECK_NANOS;
            candidates.forEach(candidate -> sockets.send(check, check.length, candidate));
        }
    }

    private DtlsTransport association() {
        return new DtlsTransport(context.dtls().executor(), this::sendHandshake, new DtlsTransport.Listener() {
            @Override
            public void secured(SrtpSession session) {
                srtp = session;
            }

            @Override
            public void handshakeFailed() {
                srtp = null; // the bridge tells the room, which offers anew
            }

            @Override
            public void closedByPeer() {
                srtp = null;
            }
        });
    }

    private void sendHandshake(byte[] bytes, int offset, int length) {
        InetSocketAddress to = target;
        if (to != null) {
            sockets.send(Arrays.copyOfRange(bytes, offset, offset + length), length, to);
        }
    }

    @Override
    public synchronized void received(RtpPacket packet, int length, InetSocketAddress from, long now) {
        byte[] bytes = packet.bytes();
        if (closed || length < 2 || length > RtpPacket.LONGEST || !admit(bytes, length, from)) {
            context.counters().refused();
            return;
        }
        SrtpSession keys = srtp;
        if (keys == null || RtpPacket.isRtcp(bytes, length) || length < RtpPacket.HEADER) {
            return;
        }
        int size = keys.unprotect(bytes, length);
        if (size == SrtpSession.REFUSED || !packet.parse(size)) {
            context.counters().refused();
            return;
        }
        context.counters().received();
        flowing = true;
        ears.received(packet, now);
    }

    /** Handles STUN and DTLS; false for what comes from elsewhere. */
    private boolean admit(byte[] bytes, int length, InetSocketAddress from) {
        StunResponder responder = stun;
        if (responder != null && StunResponder.isStun(bytes, length)) {
            int size = responder.answer(bytes, length, from, stunAnswer);
            if (size > 0) {
                checkedBy(from, responder.nominated());
                sockets.send(stunAnswer, size, from);
            }
            boolean understood = size > 0 || StunResponder.isAnswer(bytes);
            bytes[0] = 0;
            bytes[1] = (byte) 200; // is no sound
            return understood;
        }
        int first = bytes[0] & 0xFF;
        if (checked.contains(from) && first >= 20 && first <= 63 && dtls != null) {
            dtls.onDatagram(bytes, 0, length);
            bytes[1] = (byte) 200;
        }
        return checked.contains(from);
    }

    private void checkedBy(InetSocketAddress from, boolean nominated) {
        if (!checked.contains(from)) {
            if (checked.size() == MOST_CHECKED) {
                checked.remove(checked.iterator().next());
            }
            checked.add(from);
        }
        if (nominated || target == null) {
            target = from;
        }
        chosen |= nominated;
        if (nominated && dtls != null) {
            dtls.connect(context.dtls(), fingerprint);
        }
    }

    @Override
    public void receivedControl(RtpPacket packet, int length, InetSocketAddress from, long now) {
        context.counters().refused(); // all comes by one socket
    }

    boolean isReady() {
        return srtp != null && target != null && !closed;
    }

    /** Whether sound of the room came since it was agreed. */
    boolean flowing() {
        return flowing;
    }

    /** Encrypts and sends a packet; false when it cannot go out. Called by one thread at a time. */
    boolean send(byte[] bytes, int length) {
        SrtpSession keys = srtp;
        InetSocketAddress to = target;
        int size = keys == null || to == null || closed ? SrtpSession.REFUSED : keys.protect(bytes, length);
        if (size == SrtpSession.REFUSED || to == null) {
            return false;
        }
        context.counters().sent();
        return sockets.send(bytes, size, to);
    }

    /** Encrypts and sends a compound. */
    void sendReport(byte[] bytes, int length) {
        SrtpSession keys = srtp;
        InetSocketAddress to = target;
        int size = keys == null || to == null || closed ? SrtpSession.REFUSED : keys.protectRtcp(bytes, length);
        if (size != SrtpSession.REFUSED && to != null) {
            sockets.send(bytes, size, to);
        }
    }

    private void shutDown(@Nullable DtlsTransport association) {
        if (association != null) {
            try {
                context.dtls().executor().execute(association::shutDown);
            } catch (RejectedExecutionException e) {
                // goes without a goodbye, for too many wait
            }
        }
    }

    void close() {
        closed = true;
        DtlsTransport association;
        synchronized (this) {
            association = dtls;
        }
        try {
            context.dtls().executor().execute(() -> {
                if (association != null) {
                    association.shutDown();
                }
                sockets.close();
            });
        } catch (RejectedExecutionException e) {
            sockets.close(); // without a goodbye, for too many wait
        }
    }
}
