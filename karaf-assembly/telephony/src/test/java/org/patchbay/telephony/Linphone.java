package org.patchbay.telephony;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.patchbay.testing.Ports;

/** A headless linphone that does what it is told by a socket. */
final class Linphone implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/linphone-daemon");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Process process;
    private final Path socket;
    private final SocketChannel commands;
    private final StringBuilder said = new StringBuilder();

    private Linphone(Process process, Path socket) throws IOException {
        this.process = process;
        this.socket = socket;
        try {
            await().atMost(PATIENCE).until(() -> Files.exists(socket));
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
            throw e;
        }
        this.commands = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        commands.configureBlocking(false);
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one, which registers. */
    static Linphone start(Path folder, String user, int serverPort, int sipPort, boolean answers) throws IOException {
        Files.createDirectories(folder.resolve(".local/share/linphone"));
        Path config = Files.writeString(
                folder.resolve("config"),
                """
                [sip]
                sip_port=%d
                sip_tcp_port=0
                sip_tls_port=0
                use_ipv6=0
                media_encryption=none
                [rtp]
                audio_rtp_port=%d
                [video]
                enabled=0
                capture=0
                display=0
                """
                        .formatted(sipPort, Ports.free()));
        String name = "linphone-of-a-test-" + sipPort;
        List<String> command = new ArrayList<>(
                List.of(PROGRAM.toString(), "--config", config.toString(), "--disable-stats-events", "--pipe", name));
        if (answers) {
            command.add("--auto-answer");
        }
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("HOME", folder.toString());
        // Otherwise its sound library leaves a link that leads out of the folder.
        builder.environment().put("PULSE_RUNTIME_PATH", folder.resolve("pulse").toString());
        var phone = new Linphone(builder.start(), Path.of("/tmp", name));
        phone.tell("register sip:%s@127.0.0.1 sip:127.0.0.1:%d pw%s".formatted(user, serverPort, user));
        return phone;
    }

    void tell(String command) throws IOException {
        commands.write(ByteBuffer.wrap((command + '\n').getBytes(StandardCharsets.UTF_8)));
    }

    /** What it answered so far, with the events that it tells only when asked. */
    String said() throws IOException {
        tell("pop-event");
        ByteBuffer read = ByteBuffer.allocate(65_536);
        while (commands.read(read) > 0) {
            said.append(StandardCharsets.UTF_8.decode(read.flip()));
            read.clear();
        }
        return said.toString();
    }

    @Override
    public void close() throws Exception {
        commands.close();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(socket);
    }
}
