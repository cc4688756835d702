package org.patchbay.media.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controlled side of one ICE session with one component (RFC 8445) on a UDP port of its own, and its consent (RFC 7675).
 * It names no candidates: the server finds it by its checks, as it does a client behind NAT. Thread-safe.
 */
final class ClientIce {

    private static final Logger log = LoggerFactory.getLogger(ClientIce.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final long CHECK_MILLIS = 50;
    private static final long CONSENT_MILLIS = 2_000;
    private static final int MAX_CANDIDATES = 32;
    private static final int RECEIVE_BYTES = 1 << 20;

    /** Type preference of a peer-reflexive candidate and component 1 (RFC 8445, section 5.1.2.1). */
    private static final int PRIORITY = 110 << 24 | 65_535 << 8 | 255;

    private final String ufrag = random(4);
    private final String pwd = random(12);
    private final byte[] tieBreaker = bytes(8);
    private final BufferShelf shelf;
    private final DatagramSocket socket;
    private final Listener listener;
    private final AtomicReference<@Nullable InetSocketAddress> selected = new AtomicReference<>();
    private final AtomicReference<@Nullable Transport> offered = new AtomicReference<>();
    private volatile byte[] transaction = bytes(12);
    private volatile long consentAt = System.nanoTime();

    ClientIce(BufferShelf shelf, Listener listener) throws IOException {
        this.shelf = shelf;
        this.listener = listener;
        this.socket = new DatagramSocket();
        socket.setReceiveBufferSize(RECEIVE_BYTES);
    }

    /** Hears what becomes of the session; must not block. */
    interface Listener {

        void connected();

        /** Something else than ICE came; the listener gives the buffer back to the shelf. */
        void datagram(Buffer buffer);
    }

    private static byte[] bytes(int count) {
        var value = new byte[count];
        RANDOM.nextBytes(value);
        return value;
    }

    private static String random(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }

    String ufrag() {
        return ufrag;
    }

    String pwd() {
        return pwd;
    }

    /** Starts checking; to be called once. */
    void connect(Transport remote) {
        if (offered.compareAndSet(null, remote)) {
            start("media-client-network", () -> read(remote));
            start("media-client-checks", () -> check(remote));
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClientIce.class.getClassLoader());
        thread.start();
    }

    /** Sends checks to every candidate until one is nominated, and then to that one, for its consent. */
    private void check(Transport remote) {
        List<InetSocketAddress> candidates = remote.candidates().stream()
                .filter(candidate -> candidate.protocol().equals("udp") && candidate.port() > 0)
                .filter(candidate -> LITERAL.matcher(candidate.address()).matches())
                .limit(MAX_CANDIDATES)
                .map(ClientIce::address)
                .toList();
        try {
            while (!socket.isClosed()) {
                InetSocketAddress nominated = selected.get();
                byte[] request = request(remote);
                if (nominated == null) {
                    candidates.forEach(candidate -> send(request, candidate));
                    TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
                } else {
                    send(request, nominated);
                    TimeUnit.MILLISECONDS.sleep(CONSENT_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetSocketAddress address(Candidate candidate) {
        return new InetSocketAddress(candidate.address(), candidate.port());
    }

    private byte[] request(Transport remote) {
        byte[] next = bytes(12);
        transaction = next;
        return StunMessage.create(StunMessage.REQUEST, next)
                .with(StunMessage.USERNAME, remote.ufrag() + ":" + ufrag)
                .with(
                        StunMessage.PRIORITY,
                        ByteBuffer.allocate(4).putInt(PRIORITY).array())
                .with(StunMessage.ICE_CONTROLLED, tieBreaker)
                .sign(remote.pwd());
    }

    private void read(Transport remote) {
        while (!socket.isClosed()) {
            Buffer buffer = shelf.take(BufferShelf.BUFFER_LENGTH);
            var packet = new DatagramPacket(buffer.getBuffer(), 0, BufferShelf.BUFFER_LENGTH);
            try {
                socket.receive(packet);
            } catch (IOException e) {
                shelf.giveBack(buffer);
                if (!socket.isClosed()) {
                    log.debug("A datagram could not be received", e); // a port was closed over there, for instance
                }
                continue;
            }
            buffer.setOffset(0);
            buffer.setLength(packet.getLength());
            if (StunMessage.isStun(packet.getData(), packet.getLength())) {
                onStun(StunMessage.parse(packet.getData(), packet.getLength()), packet, remote);
                shelf.giveBack(buffer);
            } else if (packet.getSocketAddress().equals(selected.get())) {
                listener.datagram(buffer);
            } else {
                shelf.giveBack(buffer);
            }
        }
    }

    private void onStun(StunMessage message, DatagramPacket packet, Transport remote) {
        var from = new InetSocketAddress(packet.getAddress(), packet.getPort());
        if (message.type() == StunMessage.REQUEST && message.isSignedWith(pwd)) {
            InetAddress address = from.getAddress();
            send(
                    StunMessage.create(StunMessage.SUCCESS, message.transaction())
                            .withMappedAddress(address.getAddress(), from.getPort())
                            .sign(pwd),
                    from);
            if (message.has(StunMessage.USE_CANDIDATE) && selected.compareAndSet(null, from)) {
                consentAt = System.nanoTime();
                listener.connected();
            }
        } else if (message.type() == StunMessage.SUCCESS
                && Arrays.equals(message.transaction(), transaction)
                && message.isSignedWith(remote.pwd())) {
            consentAt = System.nanoTime();
        }
    }

    /** When the server last consented to receive, by {@link System#nanoTime}. */
    long consentAt() {
        return consentAt;
    }

    /** Sends a datagram if there is a way; false if it could not be sent. */
    boolean send(byte[] buffer, int offset, int length) {
        InetSocketAddress to = selected.get();
        return to != null && send(new DatagramPacket(buffer, offset, length, to));
    }

    private void send(byte[] datagram, InetSocketAddress to) {
        send(new DatagramPacket(datagram, datagram.length, to));
    }

    private boolean send(DatagramPacket packet) {
        try {
            socket.send(packet);
            return true;
        } catch (IOException e) {
            return false; // the network is away, or we are closed; media and handshakes live with loss
        }
    }

    void close() {
        socket.close();
    }
}
