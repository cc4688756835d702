package org.patchbay.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchbay.media.transport.BenchFleet;
import org.patchbay.media.transport.ProcessTime;

/** The same participants on Janus's video room: each publishes, and subscribes to all others on a second connection. */
final class JanusBench {

    private static final String ROOM = "\"room\":1234";
    private static final int STARTS = 100;

    private final Path executable;
    private final InetAddress address;

    JanusBench(String executable) throws IOException {
        this.executable = Path.of(executable);
        address = ownAddress();
    }

    /** Janus's ICE sends by the interface of its candidate alone, so participants on loopback would never hear it. */
    private static InetAddress ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .filter(JanusBench::isUsed)
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new IOException("Janus needs an IPv4 address besides loopback"));
    }

    private static boolean isUsed(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU time of Janus for each packet delivered among so many. */
    double microsPerPacket(int participants, long warmUpMillis, long millis, long gapMicros, int perAudio)
            throws IOException, InterruptedException {
        int port = freePort();
        Path configuration = configure(port);
        Process process = new ProcessBuilder(executable.toString(), "-F", configuration.toString(), "-d", "2", "-N")
                .redirectErrorStream(true)
                .redirectOutput(configuration.resolve("janus.log").toFile())
                .start();
        try (var fleet = new BenchFleet()) {
            var api = new JanusApi(port);
            for (int i = 0; i < STARTS && !api.open(); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            api.message(
                    api.attach(),
                    "{\"request\":\"create\"," + ROOM
                            + ",\"publishers\":50,\"audiocodec\":\"opus\",\"videocodec\":\"vp8\"}");
            for (int i = 1; i <= participants; i++) {
                publish(api, fleet, i);
            }
            fleet.await();
            for (int i = 1; i <= participants; i++) {
                subscribe(api, fleet, i, participants);
            }
            fleet.await();
            fleet.send(warmUpMillis, gapMicros, perAudio);
            long before = ProcessTime.micros(process.pid());
            BenchFleet.Traffic traffic = fleet.send(millis, gapMicros, perAudio);
            System.out.printf(
                    java.util.Locale.ROOT,
                    "media: Janus delivered %,d of %,d%n",
                    traffic.heard(),
                    traffic.sent() * (participants - 1));
            return (double) (ProcessTime.micros(process.pid()) - before) / Math.max(1, traffic.heard());
        } finally {
            process.destroy();
        }
    }

    private void publish(JanusApi api, BenchFleet fleet, int number) {
        long ssrc = 1_000L * number;
        String name = "publisher" + number;
        BenchFleet.Own own = fleet.create(name, ssrc, ssrc + 10, address, "controlling");
        api.message(
                api.attach(),
                "{\"request\":\"joinandconfigure\"," + ROOM + ",\"ptype\":\"publisher\",\"id\":" + number + "}",
                "offer",
                JanusSdp.offer(own, ssrc, ssrc + 10));
        fleet.connect(name, JanusSdp.transport(api.description()));
    }

    private void subscribe(JanusApi api, BenchFleet fleet, int number, int participants) {
        String feeds = IntStream.rangeClosed(1, participants)
                .filter(other -> other != number)
                .mapToObj(other -> "{\"feed\":" + other + "}")
                .collect(Collectors.joining(",", "[", "]"));
        String handle = api.attach();
        api.message(handle, "{\"request\":\"join\"," + ROOM + ",\"ptype\":\"subscriber\",\"streams\":" + feeds + "}");
        String offer = api.description();
        String name = "subscriber" + number;
        BenchFleet.Own own = fleet.create(name, 0, 0, address, "controlled");
        api.message(handle, "{\"request\":\"start\"}", "answer", JanusSdp.answer(own, offer));
        fleet.connect(name, JanusSdp.transport(offer));
    }

    private static Path configure(int port) throws IOException {
        Path folder = Files.createTempDirectory("janus");
        Files.writeString(
                folder.resolve("janus.jcfg"),
                "general: {\n  configs_folder = \"" + folder + "\"\n  session_timeout = 300\n}\nnat: {\n"
                        + "  full_trickle = false\n}\n");
        Files.writeString(
                folder.resolve("janus.transport.http.jcfg"),
                "general: {\n  json = \"compact\"\n  base_path = \"/janus\"\n  http = true\n  port = " + port
                        + "\n  ip = \"127.0.0.1\"\n  https = false\n}\nadmin: {\n  admin_http = false\n}\n");
        return folder;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
