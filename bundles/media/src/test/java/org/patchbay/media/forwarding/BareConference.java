package org.patchbay.media.forwarding;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.ice4j.util.Buffer;
import org.patchbay.media.transport.BenchPackets;
import org.patchbay.media.transport.BufferShelf;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.media.transport.SrtpStream;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Source;

/** A conference without a network: what forwarding itself costs, from the datagram that came to those that go out. */
public final class BareConference {

    private static final int TURNS = 6_000;
    private static final int TURNS_PER_TICK = 7;
    private static final Executor NOBODY = task -> {};

    private final ForwardingCounters counters = new ForwardingCounters();
    private final Conference conference;
    private final List<Sender> senders = new ArrayList<>();

    private BareConference(int participants) throws BridgeException {
        var outlet = new EventOutlet(NOBODY, new BridgeEvents() {});
        conference = new Conference(new BufferShelf(), outlet, Patience.standard(), endpoint -> {});
        for (int i = 0; i < participants; i++) {
            var id = new EndpointId("aaaa000" + i);
            var transport = new CountingTransport();
            var endpoint = new Endpoint(id, EndpointOptions.standard(), transport, counters, System.nanoTime());
            long ssrc = 1_000L * (i + 1);
            conference.add(endpoint);
            conference.setSources(id, List.of(Source.audio(id, ssrc), Source.camera(id, ssrc + 10, ssrc + 11)));
            conference.secured(endpoint, BenchPackets.server());
            senders.add(new Sender(endpoint, ssrc, BenchPackets.client()));
        }
    }

    /** CPU time for each packet that leaves a conference of so many, in microseconds. */
    public static double microsPerPacket(int participants) throws BridgeException {
        return new BareConference(participants).measure();
    }

    private double measure() {
        var threads = ManagementFactory.getThreadMXBean();
        List<Buffer> packets = new ArrayList<>();
        List<Endpoint> owners = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Sender sender : senders) {
                packets.add(sender.next(BenchPackets.isAudio(turn)));
                owners.add(sender.endpoint);
            }
        }
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < packets.size(); i++) {
            conference.onPacket(owners.get(i), packets.get(i), System.nanoTime());
            if (i % (TURNS_PER_TICK * senders.size()) == 0) {
                conference.onTick(System.nanoTime());
            }
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / counters.packetsSent();
    }

    private static final class Sender {
        private final Endpoint endpoint;
        private final long ssrc;
        private final SrtpStream audio;
        private final SrtpStream video;
        private int audioSequence;
        private int videoSequence;

        Sender(Endpoint endpoint, long ssrc, SrtpSession keys) {
            this.endpoint = endpoint;
            this.ssrc = ssrc;
            this.audio = keys.sender((int) ssrc);
            this.video = keys.sender((int) ssrc + 10);
        }

        Buffer next(boolean sound) {
            var packet = new byte[BenchPackets.ROOM + 1]; // not one for the shelf
            int sequence = sound ? ++audioSequence : ++videoSequence;
            int length = BenchPackets.write(packet, sound ? ssrc : ssrc + 10, sequence, sound);
            return new Buffer(packet, 0, (sound ? audio : video).protect(packet, 0, length));
        }
    }
}
