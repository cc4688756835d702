package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./patchbay portal} against a server that knows one token. */
class PortalCommandTest {

    private static final String FILE = "patchbay: 1\nportal:\n  name: Acme\n";
    private static final String CHANGED =
            "{\"different\":true,\"lines\":[{\"kind\":\"ADDED\",\"text\":\"  name: Acme\"}],\"hidden\":[]}";
    private static final String WRONG_TOKEN =
            "{\"status\":401,\"code\":\"token.invalid\",\"detail\":\"The token is not valid here\"}";
    private static final String WRONG_FILE =
            "{\"status\":400,\"code\":\"invalid\",\"errors\":[{\"pointer\":\"/portal/nam\",\"detail\":\"is no field (line 3)\"}]}";

    private final Path folder;
    private final HttpServer server;

    PortalCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        server.createContext("/api/v1/portal", exchange -> answer(exchange, 200, "{\"id\":\"p1\"}"));
        server.createContext("/api/v1/portals/p1/file", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!"Bearer pb_good".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, WRONG_TOKEN);
            } else if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 200, FILE);
            } else {
                answer(exchange, sent.equals(FILE) ? 200 : 400, sent.equals(FILE) ? CHANGED : WRONG_FILE);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome portal(String token, String verb, String... rest) throws Exception {
        var command = new ArrayList<>(List.of(Checkout.ROOT.resolve("patchbay").toString(), "portal", verb));
        command.add("http://127.0.0.1:" + server.getAddress().getPort());
        command.addAll(List.of(rest));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("PATCHBAY_TOKEN", token);
        builder.environment().put("no_proxy", "127.0.0.1");
        int code = builder.start().waitFor();
        return new Outcome(code, Files.readString(out), Files.readString(err));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("portal.yaml"), text).toString();
    }

    @Test
    void printsThePortalAndWhatAFileChanges() throws Exception {
        assertThat(portal("pb_good", "export")).isEqualTo(new Outcome(0, FILE, ""));
        assertThat(portal("pb_good", "diff", file(FILE))).isEqualTo(new Outcome(1, "+  name: Acme\n", ""));
        assertThat(portal("pb_good", "apply", file(FILE))).isEqualTo(new Outcome(0, "+  name: Acme\n", ""));
    }

    @Test
    void aWrongTokenIsSaidAndNothingPrinted() throws Exception {
        Outcome refused = new Outcome(2, "", "The token is not valid here\n");
        assertThat(portal("pb_bad", "export")).isEqualTo(refused);
        assertThat(portal("pb_bad", "diff", file(FILE))).isEqualTo(refused);
        assertThat(portal("pb_bad", "apply", file(FILE))).isEqualTo(refused);
    }

    @Test
    void aFileThatIsRefusedOrMissingIsNoDifference() throws Exception {
        Outcome refused = new Outcome(2, "", "/portal/nam: is no field (line 3)\n");
        assertThat(portal("pb_good", "diff", file("x"))).isEqualTo(refused);
        assertThat(portal("pb_good", "apply", file("x"))).isEqualTo(refused);
        Outcome missing = portal("pb_good", "diff", folder.resolve("none").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).startsWith("There is no file to read: ");
    }
}
