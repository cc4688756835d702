package org.patchbay.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, and whenever, the answer is ours: from the moment the port opens, on every path. */
class DoorIT {

    private static final String ASK = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    private static final Duration START = Duration.ofMinutes(3);

    private final ServerProcess server;

    DoorIT(@TempDir Path folder) throws Exception {
        server = new ServerProcess(folder);
    }

    @AfterEach
    void end() {
        server.kill();
    }

    @Test
    @Tag("S0.51")
    void everyAnswerIsOursFromTheMomentThePortOpens() throws Exception {
        server.launch(Map.of("PATCHBAY_HEADER_SECONDS", "2"));
        Set<String> early = new TreeSet<>();
        long end = System.nanoTime() + START.toNanos();
        String answer = "";
        while (!answer.startsWith("HTTP/1.1 200 ")) {
            assertThat(System.nanoTime()).as("it starts; it answered %s", early).isLessThan(end);
            assertThat(server.runs()).isTrue();
            answer = ask("/api/v1/health", "localhost");
            if (!answer.isEmpty() && !answer.startsWith("HTTP/1.1 200 ")) {
                early.add(answer.lines().findFirst().orElse("") + (isOurs(answer) ? "" : " not ours: " + answer));
            }
        }
        assertThat(early)
                .isNotEmpty()
                .allMatch(line -> line.startsWith("HTTP/1.1 503 "), "503")
                .noneMatch(line -> line.contains("not ours"));

        for (String path : new String[] {"/cxf", "/cxf/x", "/META-INF/x", "/WEB-INF/web.xml", "/web-inf", "/x"}) {
            assertThat(ask(path, "nobody.example.com"))
                    .as(path)
                    .startsWith("HTTP/1.1 404 ")
                    .contains("No portal answers here", "X-Content-Type-Options: nosniff")
                    .doesNotContain("Jetty");
        }
        assertThat(ask("/%2e%2e/%00", "localhost")).startsWith("HTTP/1.1 400 ").contains("nosniff");
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            silent.setSoTimeout(30_000);
            assertThat(silent.getInputStream().read()).isNegative();
        }
        assertThat(server.stop(Duration.ofSeconds(29))).isZero();
    }

    private static boolean isOurs(String answer) {
        return answer.contains("X-Content-Type-Options: nosniff") && answer.contains("Retry-After: ");
    }

    /** The whole answer; empty as long as nobody listens. */
    private String ask(String path, String host) throws IOException {
        // From another address: from the same one, a socket can meet itself while nobody listens.
        try (Socket socket = new Socket("127.0.0.1", server.port(), InetAddress.getByName("127.0.0.2"), 0)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(ASK.formatted(path, host).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (ConnectException e) {
            return "";
        } catch (SocketTimeoutException e) {
            return "no answer in time";
        }
    }
}
