package org.patchbay.videobridge;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.BenchFleet;
import org.patchbay.media.transport.ProcessTime;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.Source;
import org.patchbay.testing.http.LoopbackTrustedHttp;

/**
 * CPU time of a packet delivered among a few, on the embedded bridge's neighbour: a Jitsi Videobridge on this machine.
 * Arguments: its address and the id of its process. It prints the same line as the benchmark of the embedded bridge.
 */
public final class VideobridgeBench {

    private static final int FEW = 4;
    private static final long GAP_MICROS = 3_000;
    private static final int PER_AUDIO = 6;
    private static final long WARM_UP_MILLIS = 6_000;
    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private VideobridgeBench() {}

    public static void main(String[] args) throws Exception {
        long pid = Long.parseLong(args[1]);
        new EmbeddedBridge(new Settings()); // prepares the libraries that the peers use, too
        var bridge =
                new JvbBridge("jvb", URI.create(args[0]), "", FEW, new LoopbackTrustedHttp(), TIMING, Optional::empty);
        try (var fleet = new BenchFleet()) {
            bridge.start();
            await().until(() -> bridge.stats().healthy());
            fill(bridge, fleet);
            fleet.await();
            fleet.send(WARM_UP_MILLIS, GAP_MICROS, PER_AUDIO);
            long before = ProcessTime.micros(pid);
            BenchFleet.Traffic traffic =
                    fleet.send(Integer.getInteger("bench.seconds", 8) * 1_000L, GAP_MICROS, PER_AUDIO);
            double used = ProcessTime.micros(pid) - before;
            System.out.printf(
                    Locale.ROOT,
                    "media: Jitsi Videobridge delivered %,d of %,d, %.1f us of CPU each, %.1f us for each packet in or out%n",
                    traffic.heard(),
                    traffic.sent() * (FEW - 1),
                    used / Math.max(1, traffic.heard()),
                    used / (traffic.sent() + traffic.heard()));
        } finally {
            bridge.close();
        }
        System.exit(0); // not all threads of the libraries are daemons
    }

    private static void fill(MediaBridge bridge, BenchFleet fleet) throws BridgeException {
        var conference = new ConferenceId(UUID.randomUUID().toString());
        bridge.createConference(conference, new BridgeEvents() {});
        for (int number = 1; number <= FEW; number++) {
            String name = "%08x".formatted(number);
            long ssrc = 1_000L * number;
            var id = new EndpointId(name);
            var offered = bridge.addEndpoint(conference, id, EndpointOptions.standard());
            BenchFleet.Own own = fleet.create(name, ssrc, ssrc + 10);
            bridge.setSources(conference, id, List.of(Source.audio(id, ssrc), Source.camera(id, ssrc + 10, ssrc + 11)));
            bridge.setReceiverConstraints(conference, id, new ReceiverConstraints(FEW, List.of(), 720, Map.of()));
            bridge.setRemoteTransport(conference, id, own.transport());
            fleet.connect(name, offered);
        }
    }
}
