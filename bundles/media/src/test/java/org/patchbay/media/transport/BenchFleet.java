package org.patchbay.media.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;

/** A process of {@link BenchPeers}, told what to do. */
public final class BenchFleet implements AutoCloseable {

    private final Process process;
    private final PrintWriter out;
    private final BufferedReader in;

    /** Starts the process. */
    public BenchFleet() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            process = new ProcessBuilder(
                            java,
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            "-Djava.util.logging.config.file=/dev/null",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BenchPeers.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A participant's side of a connection, and where it is reached. */
    public record Own(RemoteTransport transport, InetAddress address, int port) {}

    /** What was sent, and heard of it by all together, and how long that took. */
    public record Traffic(long sent, long heard, long millis) {}

    /** A participant on loopback; SSRCs of 0 send nothing. */
    public Own create(String name, long audio, long video) {
        return create(name, audio, video, InetAddress.getLoopbackAddress(), "controlled");
    }

    /** A participant at an address of this machine; the role is "controlling" or "controlled". */
    public Own create(String name, long audio, long video, InetAddress address, String role) {
        String[] own = ask("new " + name + " " + audio + " " + video + " " + address.getHostAddress() + " " + role)
                .split(" ", -1);
        var transport = new RemoteTransport(own[1], own[2], new Fingerprint(own[3]), java.util.List.of());
        return new Own(transport, address, Integer.parseInt(own[4]));
    }

    /** Connects a participant to the first candidate. */
    public void connect(String name, Transport remote) {
        var candidate = remote.candidates().get(0);
        out.println("connect " + name + " " + remote.ufrag() + " " + remote.pwd() + " "
                + remote.fingerprint().value() + " " + candidate.address() + " " + candidate.port());
    }

    /** Waits until everybody is connected. */
    public void await() {
        ask("await");
    }

    /** Everybody sends a packet each turn, one of so many being audio. */
    public Traffic send(long millis, long gapMicros, int perAudio) {
        String[] said = ask("send " + millis + " " + gapMicros + " " + perAudio).split(" ", -1);
        return new Traffic(Long.parseLong(said[1]), Long.parseLong(said[3]), Long.parseLong(said[5]));
    }

    private String ask(String command) {
        out.println(command);
        try {
            String answer = in.readLine();
            if (answer == null) {
                throw new IllegalStateException("The participants are gone at: " + command);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
