package org.patchbay.media.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;
import org.patchbay.testing.media.MediaPeer;
import org.patchbay.testing.media.ReceivedPacket;

/** A peer on this machine: controlled ICE without candidates of its own, DTLS client, then RTP by a {@link PeerMedia}. */
public final class LoopbackPeer implements MediaPeer {

    private static final int CHECK_MILLIS = 50;
    private static final int MAX_DATAGRAM = 2_048;

    private final PeerChecks checks = new PeerChecks();
    private final DatagramSocket socket;
    private final Predicate<Candidate> reachable;
    private final LatestDatagrams latest = new LatestDatagrams();
    private final PeerMedia media = new PeerMedia(this::sendRaw);
    private final PeerAssociation association;
    private volatile @Nullable Transport offered;
    private volatile @Nullable InetSocketAddress selected;
    private final AtomicLong heard = new AtomicLong();
    private volatile boolean controlling;
    private volatile boolean serving;
    private volatile boolean silent;
    private volatile boolean deaf;

    /** Speaks AES-GCM and tries every candidate. */
    public LoopbackPeer() {
        this(InetAddress.getLoopbackAddress(), SrtpProfile.AEAD_AES_128_GCM, candidate -> true);
    }

    private LoopbackPeer(InetAddress address, SrtpProfile profile, Predicate<Candidate> reachable) {
        this.association = new PeerAssociation(profile, media, this::sendRaw);
        this.reachable = reachable;
        try {
            socket = new DatagramSocket(0, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks AES in counter mode with HMAC. */
    public static LoopbackPeer withCounterMode() {
        return new LoopbackPeer(
                InetAddress.getLoopbackAddress(), SrtpProfile.AES128_CM_HMAC_SHA1_80, candidate -> true);
    }

    /** Reaches the candidate with that port only. */
    public static LoopbackPeer through(int port) {
        return new LoopbackPeer(
                InetAddress.getLoopbackAddress(), SrtpProfile.AEAD_AES_128_GCM, candidate -> candidate.port() == port);
    }

    /** At another address of this machine, for a server that does not speak on loopback. */
    public static LoopbackPeer at(InetAddress address) {
        return new LoopbackPeer(address, SrtpProfile.AEAD_AES_128_GCM, candidate -> true);
    }

    @Override
    public RemoteTransport answer(Transport transport) {
        offered = transport;
        start("peer-network", this::readNetwork);
        start("peer-checks", this::check);
        return own();
    }

    @Override
    public Transport offer() {
        var candidate =
                new Candidate("1", "udp", 2_130_706_431, "127.0.0.1", socket.getLocalPort(), Candidate.Type.HOST);
        return new Transport(checks.ufrag(), checks.pwd(), association.fingerprint(), List.of(candidate));
    }

    /** Controlling, and the server of DTLS; the client is where its checks come from. */
    @Override
    public void accept(RemoteTransport answer) {
        offered = new Transport(answer.ufrag(), answer.pwd(), answer.fingerprint(), List.of());
        serving = true;
        controlling = true;
        start("peer-network", this::readNetwork);
    }

    /** What the other side must know. */
    public RemoteTransport own() {
        return new RemoteTransport(checks.ufrag(), checks.pwd(), association.fingerprint(), List.of());
    }

    /** Its only way in. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Nominates a pair itself, as the one does that made the offer (RFC 8445, section 6.1.1). */
    public LoopbackPeer controlling() {
        controlling = true;
        return this;
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends checks to every candidate until one is nominated. */
    private void check() {
        try {
            while (selected == null && !socket.isClosed()) {
                remote().candidates().stream()
                        .filter(reachable)
                        .map(candidate -> new InetSocketAddress(candidate.address(), candidate.port()))
                        .forEach(address -> send(checks.request(remote(), controlling), address));
                TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readNetwork() {
        var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MAX_DATAGRAM);
                socket.receive(packet);
            } catch (IOException e) {
                return;
            }
            if (!silent) {
                onDatagram(packet.getData(), packet.getLength(), (InetSocketAddress) packet.getSocketAddress());
            }
        }
    }

    private void onDatagram(byte[] data, int length, InetSocketAddress from) {
        if (PeerStun.isStun(data, length)) {
            onCheck(PeerStun.parse(data, length), from);
        } else if (data[0] >= 20 && data[0] <= 63) {
            association.handshake(Arrays.copyOf(data, length));
        } else if (!deaf) {
            media.onDatagram(data, length);
        } else if ((data[1] & 0x7F) < 64 || (data[1] & 0x7F) > 95) {
            heard.incrementAndGet();
        }
    }

    private void onCheck(PeerStun message, InetSocketAddress from) {
        if (message.type() == PeerStun.SUCCESS && controlling && selected == null) {
            selected = from;
            startDtls();
        }
        if (message.type() != PeerStun.REQUEST || !message.isSignedWith(checks.pwd())) {
            return;
        }
        send(checks.response(message, from), from);
        if (serving && selected == null) {
            send(checks.request(remote(), controlling), from);
        }
        if (message.has(PeerStun.USE_CANDIDATE) && selected == null) {
            selected = from;
            startDtls();
        }
    }

    private void startDtls() {
        Fingerprint expected = remote().fingerprint();
        start("peer-dtls", serving ? () -> association.serve(expected) : () -> association.connect(expected));
    }

    private Transport remote() {
        return Optional.ofNullable(offered).orElseThrow();
    }

    private void send(byte[] datagram, InetSocketAddress to) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, to));
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void sendRaw(byte[] datagram) {
        InetSocketAddress to = selected;
        if (to != null) {
            latest.add(datagram);
            send(datagram, to);
        }
    }

    /** Sends its latest datagrams once more, as somebody does who recorded them. */
    public void replay() {
        InetSocketAddress to = selected;
        if (to != null) {
            latest.all().forEach(datagram -> send(datagram, to));
        }
    }

    /** Looks at no media any more, to cost nothing. */
    public void goDeaf() {
        deaf = true;
    }

    /** How many RTP packets came since it went deaf. */
    public long heard() {
        return heard.get();
    }

    /** The keys; only once connected. */
    public SrtpSession session() {
        return media.session();
    }

    @Override
    public boolean isConnected() {
        return media.isSecured();
    }

    @Override
    public void sendAudio(long ssrc, int level) {
        media.sendAudio(ssrc, level);
    }

    @Override
    public void sendVideo(long ssrc, boolean keyFrame) {
        media.sendVideo(ssrc, keyFrame);
    }

    /** Sends the next VP8 frame, of that many bytes. */
    public void sendVideo(long ssrc, int bytes) {
        media.sendVideo(ssrc, false, bytes);
    }

    /** Reports when packets arrived, for transport-wide congestion control. */
    public void reportArrivals() {
        media.reportArrivals();
    }

    /** What the bridge said that may be sent in all. */
    public long maximum() {
        return media.maximum();
    }

    /** What the bridge said that may be sent of a source that exceeds its limit. */
    public long temporaryMaximum() {
        return media.temporaryMaximum();
    }

    @Override
    public void sendRtp(ByteBuffer packet) {
        media.sendRtp(packet);
    }

    @Override
    public void sendNack(long ssrc, int sequence) {
        media.sendFeedback(205, 1, ssrc, sequence << 16);
    }

    @Override
    public void sendPictureLoss(long ssrc) {
        media.sendFeedback(206, 1, ssrc);
    }

    @Override
    public void sendSenderReport(long ssrc, long ntp, long timestamp) {
        media.sendSenderReport(ssrc, ntp, timestamp);
    }

    @Override
    public List<ReceivedPacket> received() {
        return media.received();
    }

    @Override
    public int pictureLosses(long ssrc) {
        return media.pictureLosses(ssrc);
    }

    @Override
    public Set<Integer> nacked(long ssrc) {
        return media.nacked(ssrc);
    }

    @Override
    public int transportReports() {
        return media.transportReports();
    }

    @Override
    public List<Long> senderReports(long ssrc) {
        return media.senderReports(ssrc);
    }

    @Override
    public void fallSilent() {
        silent = true;
    }

    @Override
    public void sayGoodbye() {
        association.close();
    }

    @Override
    public void leave() {
        socket.close();
    }
}
