package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.sip.peer.Baresip;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.testing.Patience;
import org.patchbay.testing.Ports;

/** Two baresip phones. */
class BaresipTest {

    private final TestServer server = new TestServer();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsBaresip() {
        assumeTrue(Baresip.isThere(), "baresip is not installed (Debian: baresip-core)");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String told() throws InterruptedException {
        return Optional.ofNullable(server.news.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .orElse("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void phonesRegisterAndTalk(String transport) throws Exception {
        try (Baresip called =
                Baresip.start(folder.resolve("called"), server.port(), Ports.free(), "101", transport, "")) {
            assertThat(told()).as(called.output()).isEqualTo("added 101");
            try (Baresip caller = Baresip.start(
                    folder.resolve("caller"),
                    server.port(),
                    Ports.free(),
                    "100",
                    transport,
                    "sip:101@127.0.0.1:" + server.port() + ";transport=" + transport)) {
                assertThat(server.bridge.answered.poll(Patience.SECONDS, TimeUnit.SECONDS))
                        .as(caller.output() + called.output())
                        .isNotNull();
                assertThat(server.server.legs()).isEqualTo(2);
            }
            assertThat(server.bridge.over.poll(Patience.SECONDS, TimeUnit.SECONDS))
                    .as(called.output())
                    .isNotNull();
        }
    }
}
