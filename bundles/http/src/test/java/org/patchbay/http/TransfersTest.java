package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.http.HttpTransfer;

class TransfersTest {

    private static final int PIECE = 1 << 16;
    private static final long LARGE = 48L << 20;

    private final AtomicLong heard = new AtomicLong();
    private HttpServer server;
    private HttpService http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/large", exchange -> {
            heard.set(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            exchange.getResponseHeaders().set("X-Kind", "large");
            exchange.sendResponseHeaders(206, LARGE);
            for (long sent = 0; sent < LARGE; sent += PIECE) {
                exchange.getResponseBody().write(new byte[PIECE]);
            }
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "/large");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.start();
        http = new HttpService(new Config("127.0.0.1"), InetAddress::getAllByName);
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.stop(0);
    }

    private HttpTransfer transfer(String method, String path, Optional<HttpTransfer.Body> body) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new HttpTransfer(method, uri, Map.of(), body, Duration.ofSeconds(20));
    }

    @Test
    void sendsAndTakesWhatIsLargerThanAnyReply() throws IOException {
        var body = new HttpTransfer.Body() {
            @Override
            public long length() {
                return LARGE;
            }

            @Override
            public void write(OutputStream out) throws IOException {
                for (long sent = 0; sent < LARGE; sent += PIECE) {
                    out.write(new byte[PIECE]);
                }
            }
        };

        long taken = http.transfer(transfer("PUT", "/large", Optional.of(body)), (status, headers, in) -> {
            assertThat(status).isEqualTo(206);
            assertThat(headers.get("x-kind")).containsExactly("large");
            return in.transferTo(OutputStream.nullOutputStream());
        });

        assertThat(heard).hasValue(LARGE);
        assertThat(taken).isEqualTo(LARGE);
    }

    @Test
    void followsNoRedirectAndPassesOnWhatTheTakerThrows() throws IOException {
        int status = http.transfer(transfer("GET", "/elsewhere", Optional.empty()), (code, headers, in) -> code);
        assertThat(status).isEqualTo(307);
        assertThatThrownBy(() -> http.transfer(transfer("GET", "/large", Optional.empty()), TransfersTest::refuse))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("enough");
    }

    private static <H> Integer refuse(int status, H headers, InputStream in) throws IOException {
        throw new IOException("That is enough");
    }

    @Test
    void refusesAddressesLikeAnyCall() throws IOException {
        try (var strict = new HttpService(new Config(""), InetAddress::getAllByName)) {
            assertThatThrownBy(() ->
                            strict.transfer(transfer("GET", "/large", Optional.empty()), (code, headers, in) -> code))
                    .isInstanceOfSatisfying(
                            PatchbayException.class, e -> assertThat(e.code()).isEqualTo("http.address"));
        }
        assertThat(heard).hasValue(0);
    }

    private record Config(String allow) implements HttpConfig {
        @Override
        public int requestsPerPortal() {
            return 4;
        }

        @Override
        public int requestsAtOnce() {
            return 8;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return HttpConfig.class;
        }
    }
}
