package org.patchbay.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.web.entry.EntryFilter;
import org.patchbay.web.fake.Configs;
import org.patchbay.web.fake.FakePortals;
import org.patchbay.web.fake.WebServer;

class FileServletTest {

    private static final String HASHED = "/assets/index-B1a2C3d4.js";

    private static final String COMPILING = "/assets/blur.wasm-B1a2C3d4.js";

    private WebServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        var webroot = folder.resolve("webroot");
        Files.createDirectories(webroot.resolve("assets"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(webroot.resolve("index.html"), "<!doctype html>page");
        Files.writeString(webroot.resolve("logo.svg"), "<svg/>");
        Files.writeString(webroot.resolve(HASHED.substring(1)), "plain");
        Files.writeString(webroot.resolve(HASHED.substring(1) + ".br"), "small");
        Files.writeString(webroot.resolve(HASHED.substring(1) + ".gz"), "less");
        Files.writeString(webroot.resolve(COMPILING.substring(1)), "worker");
        server = new WebServer(
                new EntryFilter(new FakePortals(), Configs.plain()),
                Map.of("/*", new FileServlet(path -> find(webroot, path))));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static Optional<URL> find(Path webroot, String path) {
        try {
            var file = webroot.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/meetings", "/m/abc-def", "/portals/x/people?a=b.c"})
    void servesThePageForEveryRoute(String path) throws Exception {
        var reply = server.call("GET", path).send();
        assertThat(reply.body()).isEqualTo("<!doctype html>page");
        assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                .containsIgnoringCase("text/html;charset=utf-8");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "script-src 'self';", "connect-src 'self' ws://acme.localhost:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", HASHED, "/blur.wasm-B1a2C3d4.js", "/assets/blur.wasm-B1a2C3d4.css"})
    void letsNoPageCompileWebAssembly(String path) throws Exception {
        assertThat(policy(path)).contains("script-src 'self';").doesNotContain("unsafe-eval");
    }

    @Test
    void letsAWorkerThatIsNamedForItCompileWebAssembly() throws Exception {
        assertThat(policy(COMPILING)).contains("default-src 'self'", "script-src 'self' 'wasm-unsafe-eval';");
    }

    private String policy(String path) throws Exception {
        return server.call("GET", path)
                .send()
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
    }

    @Test
    void servesNothingBeforeTheEntryIsThere() throws Exception {
        Filter none = (request, response, chain) -> chain.doFilter(request, response);
        try (var starting = new WebServer(none, Map.of("/*", new FileServlet(path -> Optional.empty())))) {
            for (var path : List.of("/", "/api/v1/health")) {
                var reply = starting.call("GET", path).send();
                assertThat(reply.statusCode()).isEqualTo(503);
                assertThat(reply.headers().firstValue("Retry-After")).hasValue("1");
            }
        }
    }

    @Test
    void servesTheEncodingThatTheBrowserTakes() throws Exception {
        assertThat(server.call("GET", HASHED)
                        .header("Accept-Encoding", "gzip, deflate, br")
                        .send()
                        .body())
                .isEqualTo("small");
        var gzip = server.call("GET", HASHED)
                .header("Accept-Encoding", "gzip, br;q=0")
                .send();
        assertThat(gzip.body()).isEqualTo("less");
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(gzip.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        var plain = server.call("GET", HASHED).send();
        assertThat(plain.body()).isEqualTo("plain");
        assertThat(plain.headers().firstValue("Content-Type").orElse("")).containsIgnoringCase("text/javascript");
        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
    }

    @Test
    void answersNotModified() throws Exception {
        var tag = server.call("GET", "/logo.svg")
                .send()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var again = server.call("GET", "/logo.svg").header("If-None-Match", tag).send();
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.js",
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/assets/..%2f..%2fsecret.txt",
                "/assets/index-B1a2C3d4.js.br"
            })
    void answersNothingElse(String path) throws Exception {
        var reply = server.call("GET", path).send();
        assertThat(reply.statusCode()).isBetween(400, 404);
        assertThat(reply.body()).doesNotContain("secret.txt").doesNotContain("small");
    }

    @Test
    void doesNotAnswerForTheApi() throws Exception {
        var reply = server.call("GET", "/api/v1/health").send();
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("\"code\":\"api.starting\"");
    }

    @Test
    void takesNothing() throws Exception {
        assertThat(server.call("POST", "/").send().statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void saysThatTheServerIsStarting(String method) throws Exception {
        Filter none = (request, response, chain) -> chain.doFilter(request, response);
        try (var starting = new WebServer(none, Map.of("/*", new StartingServlet()))) {
            var reply = starting.call(method, "/api/v1/portal").send();
            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.body()).isEqualTo("The server is starting\n");
            assertThat(reply.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }
}
