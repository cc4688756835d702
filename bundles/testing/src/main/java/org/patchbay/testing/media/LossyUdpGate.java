package org.patchbay.testing.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One port on loopback through which any number of clients reach a server, each by a {@link LossyUdpRelay} of its own. A
 * program too, for tests in browsers. Thread-safe.
 */
public final class LossyUdpGate implements AutoCloseable {

    private static final int MAX_DATAGRAM = 2_048;
    private static final int MAX_CLIENTS = 64;

    private final DatagramSocket front;
    private final InetSocketAddress server;
    private final long seed;
    private final Map<SocketAddress, Way> ways = new ConcurrentHashMap<>();
    private volatile double loss;
    private volatile Duration delay = Duration.ZERO;

    /** Begins without loss and delay. */
    public LossyUdpGate(int port, InetSocketAddress server, long seed) {
        try {
            this.front = new DatagramSocket(port, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = server;
        this.seed = seed;
        start("gate", this::take);
    }

    /**
     * Runs until its input ends. Takes {@code lose SHARE} and {@code delay MILLISECONDS}, a line each, and answers each with
     * itself.
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: LossyUdpGate PORT SERVER_PORT SEED");
        }
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
        try (var gate = new LossyUdpGate(Integer.parseInt(args[0]), server, Long.parseLong(args[2]));
                var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                gate.obey(line);
                System.out.println(line);
            }
        }
    }

    private void obey(String line) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "lose" -> lose(Double.parseDouble(words[1]));
            case "delay" -> delay(Duration.ofMillis(Long.parseLong(words[1])));
            default -> throw new IllegalArgumentException("lose SHARE or delay MILLISECONDS, not " + line);
        }
    }

    /** From now on loses this share both ways, 0 to 1. */
    public void lose(double share) {
        loss = share;
        ways.values().forEach(way -> way.relay.lose(share));
    }

    /** From now on delays everything by so much, each way. */
    public void delay(Duration time) {
        delay = time;
        ways.values().forEach(way -> way.relay.delay(time));
    }

    private void take() {
        var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        while (!front.isClosed()) {
            try {
                packet.setLength(MAX_DATAGRAM);
                front.receive(packet);
                var from = packet.getSocketAddress();
                if (ways.size() < MAX_CLIENTS || ways.containsKey(from)) {
                    ways.computeIfAbsent(from, Way::new).in(packet);
                }
            } catch (IOException e) {
                if (!front.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        front.close();
        ways.values().forEach(Way::close);
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** One client's way to the server and back. */
    private final class Way {

        private final SocketAddress client;
        private final LossyUdpRelay relay;
        private final DatagramSocket socket;

        Way(SocketAddress client) {
            this.client = client;
            this.relay = new LossyUdpRelay(server, seed + ways.size(), (datagram, length) -> false);
            relay.lose(loss);
            relay.delay(delay);
            try {
                this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            start("gate-back", this::back);
        }

        void in(DatagramPacket packet) throws IOException {
            packet.setSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port()));
            socket.send(packet);
        }

        private void back() {
            var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
            while (!socket.isClosed()) {
                try {
                    packet.setLength(MAX_DATAGRAM);
                    socket.receive(packet);
                    packet.setSocketAddress(client);
                    front.send(packet);
                } catch (IOException e) {
                    if (!socket.isClosed() && !front.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        void close() {
            socket.close();
            relay.close();
        }
    }
}
