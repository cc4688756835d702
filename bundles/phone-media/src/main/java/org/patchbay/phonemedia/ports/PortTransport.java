package org.patchbay.phonemedia.ports;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.net.MediaLoop;
import org.patchbay.phonemedia.net.SocketPair;
import org.patchbay.phonemedia.rtp.AddressLatch;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Agreement;
import org.patchbay.phonemedia.sdp.LocalEnd;
import org.patchbay.phonemedia.sdp.MediaDescription;
import org.patchbay.phonemedia.sdp.TransportProtocol;
import org.patchbay.phonemedia.srtp.DtlsTransport;
import org.patchbay.phonemedia.srtp.SrtpSession;
import org.patchbay.phonemedia.srtp.StunResponder;

/**
 * The network side of a port: who is the far end, and what it encrypts with. Tells STUN, DTLS and RTP apart (RFC 7983). What
 * is received comes on the thread of the loop; what is sent may come of any, one at a time.
 */
final class PortTransport implements MediaLoop.Reader {

    private static final int MOST_CHECKED = 8;

    private final SocketPair sockets;
    private final PortContext context;
    private final Inbound inbound;
    private StunResponder stun;
    private @Nullable StunResponder beforeRestart;
    private String ufrag;
    private final byte[] stunAnswer = new byte[StunResponder.LONGEST];
    private final AddressLatch latch = new AddressLatch();
    private final Set<InetSocketAddress> checked = new LinkedHashSet<>();
    private @Nullable Agreement agreement;
    private @Nullable DtlsTransport dtls;
    private String dtlsFingerprint = "";
    private volatile @Nullable InetSocketAddress target;
    private volatile @Nullable InetSocketAddress controlTarget;
    private volatile boolean mux;
    private volatile boolean encrypted;
    private volatile @Nullable SrtpSession srtp;
    private volatile boolean closed;

    PortTransport(SocketPair sockets, PortContext context, Inbound inbound, LocalEnd local) {
        this.sockets = sockets;
        this.context = context;
        this.inbound = inbound;
        stun = new StunResponder(local.ufrag(), local.password());
        ufrag = local.ufrag();
    }

    /** Takes what both sides agreed on. */
    synchronized void agree(Agreement agreed) {
        Agreement before = agreement;
        agreement = agreed;
        MediaDescription remote = agreed.remote();
        encrypted = agreed.protocol() != TransportProtocol.PLAIN;
        mux = agreed.rtcpMux();
        if (agreed.protocol() == TransportProtocol.DTLS) {
            if (!ufrag.equals(agreed.local().ufrag())) {
                restartIce(agreed.local());
            }
            if (!dtlsFingerprint.equals(remote.fingerprint())) {
                restartDtls(remote.fingerprint());
            }
            return;
        }
        if (agreed.protocol() == TransportProtocol.SDES
                && (before == null
                        || !before.ownKey().equals(agreed.ownKey())
                        || !before.remoteKey().equals(agreed.remoteKey()))) {
            srtp = SrtpSession.ofDescriptions(
                    agreed.ownKey().orElseThrow(), agreed.remoteKey().orElseThrow());
        }
        latch.describe(address(remote.address(), remote.port()).orElse(null));
        target = latch.target();
        int rtcpPort = remote.rtcpPort() > 0 ? remote.rtcpPort() : Math.min(65_535, remote.port() + 1);
        String rtcpAddress = remote.rtcpAddress().isEmpty() ? remote.address() : remote.rtcpAddress();
        controlTarget = address(rtcpAddress, rtcpPort).orElse(null);
    }

    /** Sound goes on by the pair that was chosen, until another one is, over several restarts too (RFC 8445, section 9). */
    private void restartIce(LocalEnd local) {
        if (beforeRestart == null) {
            beforeRestart = stun;
        }
        stun = new StunResponder(local.ufrag(), local.password());
        ufrag = local.ufrag();
    }

    private void restartDtls(String fingerprint) {
        if (dtls != null) {
            dtls.shutDown();
        }
        srtp = null;
        dtlsFingerprint = fingerprint;
        dtls = new DtlsTransport(context.dtls().executor(), this::sendHandshake, new DtlsTransport.Listener() {
            @Override
            public void secured(SrtpSession session) {
                srtp = session;
            }

            @Override
            public void handshakeFailed() {
                inbound.ended();
            }

            @Override
            public void closedByPeer() {
                inbound.ended();
            }
        });
    }

    private void sendHandshake(byte[] bytes, int offset, int length) {
        InetSocketAddress to = target;
        if (to != null) {
            sockets.send(Arrays.copyOfRange(bytes, offset, offset + length), length, to);
        }
    }

    private static Optional<InetSocketAddress> address(String literal, int port) {
        if (literal.isEmpty() || port == 0 || literal.equals("0.0.0.0") || literal.equals("::")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(literal), port));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void received(RtpPacket packet, int length, InetSocketAddress from, long now) {
        byte[] bytes = packet.bytes();
        Agreement agreed = agreement;
        if (agreed == null || closed || length < 2 || length > RtpPacket.LONGEST) {
            context.counters().refused();
            return;
        }
        if (agreed.protocol() == TransportProtocol.DTLS && !admit(agreed, bytes, length, from)) {
            return;
        }
        if (mux && RtpPacket.isRtcp(bytes, length)) {
            control(packet, length, from, now);
            return;
        }
        if (length < RtpPacket.HEADER || !(encrypted ? decrypt(packet, length) : packet.parse(length))) {
            context.counters().refused();
            return;
        }
        if (!inbound.knows(packet.payloadType())) {
            context.counters().refused();
            return;
        }
        if (agreed.protocol() != TransportProtocol.DTLS) {
            if (!latch.accept(from, packet.ssrc(), packet.sequence(), now)) {
                context.counters().refused();
                return;
            }
            target = latch.target();
        }
        context.counters().received();
        inbound.received(packet, now);
    }

    private boolean decrypt(RtpPacket packet, int length) {
        SrtpSession keys = srtp;
        if (keys == null) {
            return false;
        }
        int size = keys.unprotect(packet.bytes(), length);
        return size != SrtpSession.REFUSED && packet.parse(size);
    }

    /** Handles STUN and DTLS; whether a packet is left that comes from where the browser is. */
    private boolean admit(Agreement agreed, byte[] bytes, int length, InetSocketAddress from) {
        if (StunResponder.isStun(bytes, length)) {
            answerCheck(agreed, bytes, length, from);
            return false;
        }
        if (!checked.contains(from)) {
            context.counters().refused();
            return false;
        }
        int first = bytes[0] & 0xFF;
        if (first >= 20 && first <= 63) {
            if (dtls != null) {
                dtls.onDatagram(bytes, 0, length);
            }
            return false;
        }
        return true;
    }

    private void answerCheck(Agreement agreed, byte[] bytes, int length, InetSocketAddress from) {
        StunResponder before = beforeRestart;
        int size = stun.answer(bytes, length, from, stunAnswer);
        if (size > 0) {
            checked(agreed, from, stun.nominated());
            if (stun.nominated()) {
                beforeRestart = null;
            }
        } else if (before != null) {
            size = before.answer(bytes, length, from, stunAnswer);
            if (size > 0) {
                checked(agreed, from, before.nominated());
            }
        }
        if (size > 0) {
            sockets.send(stunAnswer, size, from);
        } else {
            context.counters().refused();
        }
    }

    private void checked(Agreement agreed, InetSocketAddress from, boolean nominated) {
        if (!checked.contains(from)) {
            if (checked.size() == MOST_CHECKED) {
                checked.remove(checked.iterator().next());
            }
            checked.add(from);
        }
        if (target == null || nominated) {
            target = from;
            controlTarget = from;
        }
        inbound.alive();
        if (dtls != null) {
            dtls.start(context.dtls(), agreed.remote().fingerprint());
        }
    }

    @Override
    public synchronized void receivedControl(RtpPacket packet, int length, InetSocketAddress from, long now) {
        if (agreement == null || closed || !RtpPacket.isRtcp(packet.bytes(), length)) {
            context.counters().refused();
            return;
        }
        control(packet, length, from, now);
    }

    /** RTCP is believed from where the sound comes from, and from nowhere else. */
    private void control(RtpPacket packet, int length, InetSocketAddress from, long now) {
        InetSocketAddress to = target;
        if (to == null || !to.getAddress().equals(from.getAddress()) || length < 8 || length > RtpPacket.LONGEST) {
            context.counters().refused();
            return;
        }
        int size = length;
        if (encrypted) {
            SrtpSession keys = srtp;
            size = keys == null ? SrtpSession.REFUSED : keys.unprotectRtcp(packet.bytes(), length);
        }
        if (size == SrtpSession.REFUSED) {
            context.counters().refused();
            return;
        }
        if (!mux) {
            controlTarget = from;
        }
        inbound.receivedReport(packet.bytes(), size, now);
    }

    /** Encrypts and sends a packet; false when it cannot go out yet. */
    boolean send(byte[] bytes, int length) {
        InetSocketAddress to = target;
        if (to == null || closed) {
            return false;
        }
        int size = length;
        if (encrypted) {
            SrtpSession keys = srtp;
            if (keys == null) {
                return false;
            }
            size = keys.protect(bytes, length);
            if (size == SrtpSession.REFUSED) {
                return false;
            }
        }
        context.counters().sent();
        return sockets.send(bytes, size, to);
    }

    /** Whether a packet would go out now. */
    boolean isReady() {
        return target != null && !closed && (!encrypted || srtp != null);
    }

    /** Encrypts and sends a compound. */
    void sendReport(byte[] bytes, int length) {
        InetSocketAddress to = mux ? target : controlTarget;
        int size = length;
        if (encrypted) {
            SrtpSession keys = srtp;
            size = keys == null ? SrtpSession.REFUSED : keys.protectRtcp(bytes, length);
        }
        if (to == null || closed || size == SrtpSession.REFUSED) {
            return;
        }
        if (mux) {
            sockets.send(bytes, size, to);
        } else {
            sockets.sendControl(bytes, size, to);
        }
    }

    void close() {
        closed = true;
        DtlsTransport association;
        synchronized (this) {
            association = dtls;
        }
        if (association == null) {
            sockets.close();
            return;
        }
        try {
            context.dtls().executor().execute(() -> {
                association.shutDown();
                sockets.close();
            });
        } catch (RejectedExecutionException e) {
            sockets.close(); // without a goodbye, for too many wait
        }
    }
}
