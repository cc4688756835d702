package org.patchbay.phonemedia;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Relays calls with G.711 between phones on loopback, in a process of its own with the options of Patchbay's JVM, and prints the
 * CPU time of a packet, received and sent, beside rtpengine in user space where its path is given; then the loss and the delay of
 * 500 calls. Each second of these is followed by one of the same load with no server between, and one through a server that
 * does nothing but send back: what the machine and this program add is in all three. Smaller: {@code -Dbench.calls}, {@code
 * -Dbench.seconds}.
 */
public final class PhoneMediaBench {

    private static final int CALLS = Integer.getInteger("bench.calls", 500);
    private static final int COMPARED = Math.min(CALLS, 100);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int MOST_DELAY_MICROS = 5_000;
    private static final double HIGH = 0.99;

    private PhoneMediaBench() {}

    public static void main(String[] args) throws IOException {
        boolean cheap = cost(args.length == 0 ? "" : args[0]);
        boolean quick = delay();
        print(
                "phone-media: load average %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.exit(cheap && quick ? 0 : 1);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    /** Whether a packet costs no more than rtpengine's. */
    private static boolean cost(String rtpengine) throws IOException {
        double own = ownMicros();
        if (rtpengine.isEmpty()) {
            return true;
        }
        double other = rtpengineMicros(rtpengine);
        print("phone-media: rtpengine %.1f us a packet; ratio %.2f (limit 1.0)%n", other, own / other);
        return own <= other;
    }

    private static BenchProcess relay(BenchLoad load, int calls) throws IOException {
        List<Integer> arguments = new ArrayList<>(List.of(40_000, calls));
        arguments.addAll(load.ports());
        return new BenchProcess(RelayServer.class, arguments);
    }

    private static BenchDelays delays(int legs, int seconds) {
        return new BenchDelays(legs * seconds * BenchLoad.FRAMES_PER_SECOND);
    }

    private static double ownMicros() throws IOException {
        try (var load = new BenchLoad();
                var relay = relay(load, COMPARED)) {
            load.run(relay.targets(), SECONDS * BenchLoad.FRAMES_PER_SECOND, new BenchDelays(0));
            double before = relay.cpuMicros();
            relay.figures();
            BenchDelays delays = delays(2 * COMPARED, SECONDS);
            load.run(relay.targets(), SECONDS * BenchLoad.FRAMES_PER_SECOND, delays);
            double own = 1.0 * relay.figures()[4] / Math.max(1, delays.heard());
            print(
                    "phone-media: %.1f us a packet in %d calls; %.1f with all else of the process, the compiler first%n",
                    own, COMPARED, (relay.cpuMicros() - before) / Math.max(1, delays.heard()));
            return own;
        }
    }

    private static double rtpengineMicros(String executable) throws IOException {
        try (var engine = new RtpengineProcess(executable, 50_000);
                var load = new BenchLoad()) {
            List<Integer> ports = load.ports();
            List<InetSocketAddress> targets = new ArrayList<>();
            for (int i = 0; i < COMPARED; i++) {
                int leg = 2 * i % ports.size();
                var call = engine.call("bench-" + i, ports.get(leg), ports.get(leg + 1));
                targets.add(call.one());
                targets.add(call.other());
            }
            load.run(targets, SECONDS * BenchLoad.FRAMES_PER_SECOND, new BenchDelays(0));
            double before = engine.cpuMicros();
            BenchDelays delays = delays(2 * COMPARED, SECONDS);
            load.run(targets, SECONDS * BenchLoad.FRAMES_PER_SECOND, delays);
            print("phone-media: rtpengine relayed %,d of %,d%n", delays.heard(), delays.sent());
            return (engine.cpuMicros() - before) / Math.max(1, delays.heard());
        }
    }

    /** Whether nothing is lost, and little delayed. */
    private static boolean delay() throws IOException {
        int legs = 2 * CALLS;
        try (var load = new BenchLoad();
                var relay = relay(load, CALLS);
                var echo = new BenchProcess(EchoServer.class, List.of(legs))) {
            List<InetSocketAddress> direct = load.ports().stream()
                    .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .toList();
            List<List<InetSocketAddress>> ways = List.of(relay.targets(), each(direct, legs), echo.targets());
            List<BenchDelays> delays =
                    ways.stream().map(way -> delays(legs, SECONDS)).toList();
            for (List<InetSocketAddress> way : ways) {
                load.run(way, SECONDS * BenchLoad.FRAMES_PER_SECOND, new BenchDelays(0));
            }
            relay.figures();
            for (int second = 0; second < SECONDS; second++) {
                for (int i = 0; i < ways.size(); i++) {
                    load.run(ways.get(i), BenchLoad.FRAMES_PER_SECOND, delays.get(i));
                }
            }
            return judge(delays.get(0), delays.get(1), delays.get(2), relay.figures());
        }
    }

    private static List<InetSocketAddress> each(List<InetSocketAddress> targets, int legs) {
        return IntStream.range(0, legs)
                .mapToObj(leg -> targets.get(leg % targets.size()))
                .toList();
    }

    private static boolean judge(BenchDelays relayed, BenchDelays direct, BenchDelays echoed, long[] figures) {
        print("phone-media: %d calls, %,d packets (limit of loss 0)%n", CALLS, relayed.sent());
        show("relayed", relayed);
        show("without a server", direct);
        show("sent back", echoed);
        print(
                "phone-media: a packet allocates %.1f bytes; garbage was collected for %d ms; the relay waited for a"
                        + " processor for %d ms%n",
                (double) figures[1] / Math.max(1, figures[0]), figures[2] / 1_000, figures[3] / 1_000);
        long added = Math.max(0, relayed.micros(HIGH) - direct.micros(HIGH));
        print("phone-media: 99th percentile of added delay %d us (limit %d)%n", added, MOST_DELAY_MICROS);
        return relayed.heard() == relayed.sent() && added <= MOST_DELAY_MICROS;
    }

    private static void show(String way, BenchDelays delays) {
        print(
                "phone-media: %s: loss %.3f %%, delay %d us, 99th percentile %d, longest %d us; who sent stood still for"
                        + " %d ms%n",
                way,
                delays.lossPercent(),
                delays.micros(0.5),
                delays.micros(HIGH),
                delays.micros(1),
                delays.stoodStillMillis());
    }
}
