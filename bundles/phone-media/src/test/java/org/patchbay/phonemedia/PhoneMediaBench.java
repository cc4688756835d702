package org.patchbay.phonemedia;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.testing.phonemedia.RtpPhone;

/**
 * Relays calls with G.711 between phones on loopback and prints the CPU time of a packet, received and sent, beside rtpengine in
 * user space where its path is given; then the loss and the delay of 500 calls, beside those of the same load with no server
 * between. Smaller: {@code -Dbench.calls}, {@code -Dbench.seconds}.
 */
public final class PhoneMediaBench {

    private static final PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000009");
    private static final int FRAMES_PER_SECOND = 50;
    private static final int CALLS = Integer.getInteger("bench.calls", 500);
    private static final int COMPARED = Math.min(CALLS, 100);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int MOST_DELAY_MICROS = 5_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private PhoneMediaBench() {}

    public static void main(String[] args) throws IOException {
        boolean good = new PhoneMediaBench().run(args.length == 0 ? "" : args[0]);
        System.exit(good ? 0 : 1);
    }

    private boolean run(String rtpengine) throws IOException {
        double own = ownMicros(COMPARED);
        double other = rtpengine.isEmpty() ? 0 : rtpengineMicros(rtpengine, COMPARED);
        print("phone-media: %.1f us a packet in %d calls%n", own, COMPARED);
        if (other > 0) {
            print("phone-media: rtpengine %.1f us a packet; ratio %.2f (limit 1.0)%n", other, own / other);
        }
        BenchLoad.Result direct = direct(2 * CALLS);
        BenchLoad.Result relayed = relayed(CALLS);
        double loss = 100.0 * (relayed.sent() - relayed.heard()) / relayed.sent();
        long added = Math.max(0, relayed.highMicros() - direct.highMicros());
        print(
                "phone-media: %d calls, %,d packets, loss %.3f %% (limit 0), of which without a server %.3f %%%n",
                CALLS, relayed.sent(), loss, 100.0 * (direct.sent() - direct.heard()) / direct.sent());
        print(
                "phone-media: delay %d us, 99th percentile %d us; without a server %d and %d us; added %d us (limit %d)%n",
                relayed.medianMicros(),
                relayed.highMicros(),
                direct.medianMicros(),
                direct.highMicros(),
                added,
                MOST_DELAY_MICROS);
        print(
                "phone-media: load average %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return (other == 0 || own <= other) && relayed.heard() == relayed.sent() && added <= MOST_DELAY_MICROS;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static void connect(PhoneMediaService media, BenchLoad load, int calls) throws IOException {
        for (int i = 0; i < calls; i++) {
            MediaPort one = open(media, load);
            one.connect(open(media, load));
        }
    }

    private static MediaPort open(PhoneMediaService media, BenchLoad load) throws IOException {
        MediaPort port = media.open(PORTAL, PortProfile.PLAIN, new PortListener() {});
        port.remoteOffer("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + load.port() + " RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n");
        load.add(RtpPhone.target(port.answer(Optional.empty())));
        return port;
    }

    private double ownMicros(int calls) throws IOException {
        PhoneMediaService media = TestMedia.open(40_000, 4 * calls + 10, 30);
        try (var load = new BenchLoad()) {
            connect(media, load, calls);
            load.run(SECONDS * FRAMES_PER_SECOND, false);
            long before = cpuNanos();
            BenchLoad.Result result = load.run(SECONDS * FRAMES_PER_SECOND, true);
            return (cpuNanos() - before) / 1e3 / Math.max(1, result.heard());
        } finally {
            media.stop();
        }
    }

    private static double rtpengineMicros(String executable, int calls) throws IOException {
        try (var engine = new RtpengineProcess(executable, 50_000);
                var load = new BenchLoad()) {
            for (int i = 0; i < calls; i++) {
                int one = load.port();
                var call = engine.call("bench-" + i, one, one);
                load.add(call.one());
                load.add(call.other());
            }
            load.run(SECONDS * FRAMES_PER_SECOND, false);
            double before = engine.cpuMicros();
            BenchLoad.Result result = load.run(SECONDS * FRAMES_PER_SECOND, true);
            print("phone-media: rtpengine relayed %,d of %,d%n", result.heard(), result.sent());
            return (engine.cpuMicros() - before) / Math.max(1, result.heard());
        }
    }

    private static BenchLoad.Result direct(int legs) throws IOException {
        try (var load = new BenchLoad()) {
            for (int i = 0; i < legs; i++) {
                load.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), load.port()));
            }
            load.run(FRAMES_PER_SECOND, false);
            return load.run(SECONDS * FRAMES_PER_SECOND, true);
        }
    }

    private static BenchLoad.Result relayed(int calls) throws IOException {
        PhoneMediaService media = TestMedia.open(40_000, 2 * calls + 10, 30);
        try (var load = new BenchLoad()) {
            connect(media, load, calls);
            load.run(2 * FRAMES_PER_SECOND, false);
            return load.run(SECONDS * FRAMES_PER_SECOND, true);
        } finally {
            media.stop();
        }
    }

    private long cpuNanos() {
        long total = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("phone-media-")) {
                total += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return total;
    }
}
