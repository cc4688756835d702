package org.patchbay.media;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.patchbay.media.transport.BenchFleet;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.Source;

/**
 * A conference of many, each with microphone and camera, of whom everybody sees nine: what share of a processor it takes, what
 * is delivered, and how much memory an endpoint costs. Then the same few participants on this bridge and on Janus, in CPU time
 * for each packet delivered. Participants are in a process of their own.
 */
public final class CrowdBench {

    private static final int LAST_N = 9;
    private static final int FEW = 4;
    private static final long CROWD_GAP_MICROS = 20_000;
    private static final int CROWD_PER_AUDIO = 2;
    private static final long FEW_GAP_MICROS = 3_000;
    private static final int FEW_PER_AUDIO = 6;
    private static final long WARM_UP_MILLIS = 6_000;
    private static final double MEGA = 1e6;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int endpoints = Integer.getInteger("bench.endpoints", 50);
    private final long millis = Integer.getInteger("bench.seconds", 8) * 1_000L;

    private CrowdBench() {}

    public static void main(String[] args) throws Exception {
        var bench = new CrowdBench();
        bench.crowd();
        bench.beside(args.length > 0 ? args[0] : "");
        System.exit(0); // not all threads of the libraries are daemons
    }

    private void crowd() throws BridgeException {
        EmbeddedBridge bridge = TestBridges.onLoopback();
        try (var fleet = new BenchFleet()) {
            var conference = new ConferenceId(UUID.randomUUID().toString());
            bridge.createConference(conference, new BridgeEvents() {});
            fill(bridge, conference, fleet, 1);
            fleet.await();
            fleet.send(WARM_UP_MILLIS, CROWD_GAP_MICROS, CROWD_PER_AUDIO);
            long before = usedHeap();
            fill(bridge, conference, fleet, endpoints);
            fleet.await();
            fleet.send(WARM_UP_MILLIS, CROWD_GAP_MICROS, CROWD_PER_AUDIO);
            long cpu = system.getProcessCpuTime();
            BenchFleet.Traffic traffic = fleet.send(millis, CROWD_GAP_MICROS, CROWD_PER_AUDIO);
            double used = system.getProcessCpuTime() - cpu;
            long each = (usedHeap() - before) / (endpoints - 1);
            long expected = expected(traffic.sent());
            print(
                    "media: %d endpoints, last-N %d: %.0f %% of a core for %,d packets a second, %.1f us each, %.1f %% delivered%n",
                    endpoints,
                    LAST_N,
                    100 * used / (traffic.millis() * MEGA),
                    traffic.heard() * 1_000 / traffic.millis(),
                    used / 1e3 / traffic.heard(),
                    100.0 * traffic.heard() / expected);
            print("media: memory of an endpoint: %,d KiB of heap%n", each / 1_024);
        } finally {
            TestBridges.stop(bridge);
        }
    }

    /** Half of what is sent is audio, of which everybody hears six others; the other half is video, of which they see nine. */
    private long expected(long sent) {
        int others = endpoints - 1;
        long perReceiver = (long) Math.min(EndpointOptions.standard().audioMids(), others) + Math.min(LAST_N, others);
        return sent / 2 / endpoints * perReceiver * endpoints;
    }

    private void fill(EmbeddedBridge bridge, ConferenceId conference, BenchFleet fleet, int upTo)
            throws BridgeException {
        for (int i = bridge.stats().endpoints(); i < upTo; i++) {
            join(bridge, conference, fleet, i);
        }
    }

    private static void join(EmbeddedBridge bridge, ConferenceId conference, BenchFleet fleet, int number)
            throws BridgeException {
        String name = "%08x".formatted(number + 1);
        long ssrc = 1_000L * (number + 1);
        var id = new EndpointId(name);
        var offered = bridge.addEndpoint(conference, id, EndpointOptions.standard());
        bridge.setSources(conference, id, List.of(Source.audio(id, ssrc), Source.camera(id, ssrc + 10, ssrc + 11)));
        bridge.setReceiverConstraints(conference, id, new ReceiverConstraints(LAST_N, List.of(), 180, Map.of()));
        BenchFleet.Own own = fleet.create(name, ssrc, ssrc + 10);
        bridge.setRemoteTransport(conference, id, own.transport());
        fleet.connect(name, offered);
    }

    private void beside(String janus) throws Exception {
        if (janus.isEmpty()) {
            print("media: Janus is not installed here, so there is nothing to compare with (apt install janus)%n");
            return;
        }
        double own = fewOnTheBridge();
        double theirs =
                new JanusBench(janus).microsPerPacket(FEW, WARM_UP_MILLIS, millis, FEW_GAP_MICROS, FEW_PER_AUDIO);
        print(
                "media: a packet delivered among %d: %.2f of Janus (aim below 1): %.1f us against %.1f us of CPU%n",
                FEW, own / theirs, own, theirs);
    }

    private double fewOnTheBridge() throws BridgeException {
        EmbeddedBridge bridge = TestBridges.onLoopback();
        try (var fleet = new BenchFleet()) {
            var conference = new ConferenceId(UUID.randomUUID().toString());
            bridge.createConference(conference, new BridgeEvents() {});
            fill(bridge, conference, fleet, FEW);
            fleet.await();
            fleet.send(WARM_UP_MILLIS, FEW_GAP_MICROS, FEW_PER_AUDIO);
            long cpu = system.getProcessCpuTime();
            BenchFleet.Traffic traffic = fleet.send(millis, FEW_GAP_MICROS, FEW_PER_AUDIO);
            print("media: bridge delivered %,d of %,d%n", traffic.heard(), traffic.sent() * (FEW - 1));
            return (system.getProcessCpuTime() - cpu) / 1e3 / traffic.heard();
        } finally {
            TestBridges.stop(bridge);
        }
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
