package org.patchbay.media.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;

/**
 * The participants of a benchmark in a process of their own, so that what they cost is not counted. Reads a command a line:
 *
 * <pre>
 * new NAME AUDIO VIDEO ADDRESS ROLE      own UFRAG PWD FINGERPRINT PORT
 * connect NAME UFRAG PWD FINGERPRINT HOST PORT
 * await                                  connected
 * send MILLIS GAP_MICROS PER_AUDIO       sent N heard N
 * </pre>
 *
 * A participant with an SSRC of 0 sends nothing.
 */
public final class BenchPeers {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long POLL_NANOS = 20_000_000;

    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final Map<Participant, BenchSender> known = new LinkedHashMap<>();

    private BenchPeers() {}

    private record Participant(LoopbackPeer peer, long audio, long video) {}

    public static void main(String[] args) throws IOException {
        var peers = new BenchPeers();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = peers.carryOut(line.split(" ", -1));
            if (!answer.isEmpty()) {
                System.out.println(answer);
            }
        }
        System.exit(0); // not all threads of the libraries are daemons
    }

    private String carryOut(String[] words) {
        return switch (words[0]) {
            case "new" -> create(words);
            case "connect" -> connect(words);
            case "await" -> await();
            case "send" -> send(Long.parseLong(words[1]), Long.parseLong(words[2]), Integer.parseInt(words[3]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String create(String[] words) {
        LoopbackPeer peer = LoopbackPeer.at(address(words[4]));
        if (words[5].equals("controlling")) {
            peer.controlling();
        }
        participants.put(words[1], new Participant(peer, Long.parseLong(words[2]), Long.parseLong(words[3])));
        RemoteTransport own = peer.own();
        return "own " + own.ufrag() + " " + own.pwd() + " " + own.fingerprint().value() + " " + peer.port();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String connect(String[] words) {
        var candidate = new Candidate("1", "udp", 1, words[5], Integer.parseInt(words[6]), Candidate.Type.HOST);
        var transport = new Transport(words[2], words[3], new Fingerprint(words[4]), List.of(candidate));
        LoopbackPeer peer = Objects.requireNonNull(participants.get(words[1])).peer();
        peer.goDeaf();
        peer.answer(transport);
        return "";
    }

    private String await() {
        long start = System.nanoTime();
        while (participants.values().stream().anyMatch(one -> !one.peer().isConnected())) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("Not everybody connected");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return "connected";
    }

    /** Everybody sends one packet each turn; of so many one is audio. */
    private String send(long millis, long gapMicros, int perAudio) {
        List<BenchSender> senders = new ArrayList<>();
        for (Participant one : participants.values()) {
            if (one.audio() != 0) {
                senders.add(known.computeIfAbsent(
                        one, sender -> new BenchSender(sender.peer(), sender.audio(), sender.video())));
            }
        }
        long before = heard();
        long start = System.nanoTime();
        long turns = millis * 1_000 / gapMicros;
        for (int turn = 0; turn < turns; turn++) {
            for (BenchSender sender : senders) {
                sender.send(turn % perAudio == 0);
            }
            long next = start + (turn + 1) * gapMicros * 1_000;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return "sent " + turns * senders.size() + " heard " + (heard() - before) + " millis "
                + (System.nanoTime() - start) / 1_000_000;
    }

    private long heard() {
        return participants.values().stream()
                .mapToLong(one -> one.peer().heard())
                .sum();
    }
}
