package org.patchbay.testing.phonemedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone on loopback: one socket, RTP (RFC 3550) in the clear, a payload every 20 ms. Its packets may be changed on their way
 * out and in, for encryption. Thread-safe.
 */
public final class RtpPhone implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int ROOM = 2_048;
    private static final int MOST_KEPT = 20_000;
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Pattern PORT = Pattern.compile("(?m)^m=audio (\\d+) ");
    private static final int FIRST_SSRC = 0x1234_0000;

    private final DatagramSocket socket;
    private final List<Received> received = new ArrayList<>();
    private final Thread reader;
    private volatile Filter out = (bytes, length) -> length;
    private volatile Filter in = (bytes, length) -> length;
    private volatile boolean talking;
    private volatile InetSocketAddress from = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private int ssrc;
    private int sequence = 65_530;
    private int timestamp = 4_000_000;

    /** Changes a datagram in its buffer and answers its new length; less than 12 drops it. */
    public interface Filter {
        int apply(byte[] bytes, int length);
    }

    /** An RTP packet that came. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record Received(
            long nanos, boolean marker, int payloadType, int sequence, int timestamp, int ssrc, byte[] payload) {}

    public RtpPhone() {
        try {
            socket = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ssrc = FIRST_SSRC + socket.getLocalPort();
        reader = new Thread(this::read, "rtp-phone");
        reader.setDaemon(true);
        reader.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** A description with these lines of its sound, after the m-line's port. */
    public String describe(String protocolAndFormats, String... attributes) {
        var text = new StringBuilder("v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n");
        text.append("m=audio ")
                .append(port())
                .append(' ')
                .append(protocolAndFormats)
                .append("\r\n");
        for (String attribute : attributes) {
            text.append("a=").append(attribute).append("\r\n");
        }
        return text.toString();
    }

    /** A-law, µ-law and telephone events in the clear. */
    public String describe() {
        return describe("RTP/AVP 8 0 101", "rtpmap:101 telephone-event/8000", "fmtp:101 0-15");
    }

    /** Where a description says that sound is to be sent. */
    public static InetSocketAddress target(String description) {
        Matcher matcher = PORT.matcher(description);
        if (!matcher.find()) {
            throw new AssertionError("No m=audio in " + description);
        }
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1)));
    }

    public void filters(Filter outgoing, Filter incoming) {
        out = outgoing;
        in = incoming;
    }

    /** Begins a new stream, as after a restart. */
    public synchronized void restart() {
        ssrc++;
        sequence = 100;
        timestamp = 77;
    }

    /** Sends one packet of sound, with its numbers going on. */
    public synchronized void send(InetSocketAddress to, int payloadType, boolean marker, byte[] payload, int ticks) {
        sequence = (sequence + 1) & 0xFFFF;
        timestamp += ticks;
        sendRaw(to, packet(payloadType, marker, sequence, timestamp, ssrc, payload));
    }

    public static byte[] packet(
            int payloadType, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {
        var bytes = ByteBuffer.allocate(HEADER + payload.length);
        bytes.put((byte) 0x80).put((byte) (marker ? payloadType | 0x80 : payloadType));
        bytes.putShort((short) sequence).putInt(timestamp).putInt(ssrc).put(payload);
        return bytes.array();
    }

    /** Sends bytes as they are, but for the filter. */
    public void sendRaw(InetSocketAddress to, byte[] datagram) {
        byte[] room = Arrays.copyOf(datagram, ROOM);
        int length = out.apply(room, datagram.length);
        try {
            if (length > 0) {
                socket.send(new DatagramPacket(room, length, to));
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends a payload every 20 ms until closed or told to be quiet. */
    public void talk(InetSocketAddress to, int payloadType, int ticks, IntFunction<byte[]> payloads) {
        talking = true;
        var thread = new Thread(
                () -> {
                    long due = System.nanoTime();
                    for (int i = 0; talking && !socket.isClosed(); i++) {
                        send(to, payloadType, i == 0, payloads.apply(i), ticks);
                        due += FRAME;
                        while (System.nanoTime() < due) {
                            LockSupport.parkNanos(due - System.nanoTime());
                        }
                    }
                },
                "rtp-phone-talks");
        thread.setDaemon(true);
        thread.start();
    }

    public void beQuiet() {
        talking = false;
    }

    private void read() {
        var datagram = new DatagramPacket(new byte[ROOM], ROOM);
        while (!socket.isClosed()) {
            try {
                datagram.setLength(ROOM);
                socket.receive(datagram);
                from = (InetSocketAddress) datagram.getSocketAddress();
                take(datagram.getData(), datagram.getLength());
            } catch (IOException e) {
                return;
            }
        }
    }

    private void take(byte[] bytes, int size) {
        int length = in.apply(bytes, size);
        int type = bytes[1] & 0xFF;
        if (length < HEADER || (bytes[0] & 0xC0) != 0x80 || (type >= 192 && type <= 223)) {
            return;
        }
        var header = ByteBuffer.wrap(bytes);
        var packet = new Received(
                System.nanoTime(),
                (bytes[1] & 0x80) != 0,
                bytes[1] & 0x7F,
                header.getShort(2) & 0xFFFF,
                header.getInt(4),
                header.getInt(8),
                Arrays.copyOfRange(bytes, HEADER, length));
        synchronized (received) {
            if (received.size() < MOST_KEPT) {
                received.add(packet);
            }
            received.notifyAll();
        }
    }

    /** Where the datagram came from that the filter gets at the moment, or got last. */
    public InetSocketAddress from() {
        return from;
    }

    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    public void forget() {
        synchronized (received) {
            received.clear();
        }
    }

    /** Waits until something is so, looking whenever a packet came; fails after ten seconds. */
    public void await(String what, BooleanSupplier condition) {
        await(what, Duration.ofSeconds(10), condition);
    }

    public void await(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (received) {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not in time: " + what + "; " + received.size() + " packets came");
                }
                try {
                    received.wait(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** Waits for so many packets since the last {@link #forget}. */
    public void awaitPackets(int count) {
        await(count + " packets", () -> received().size() >= count);
    }

    @Override
    public void close() {
        talking = false;
        socket.close();
    }
}
