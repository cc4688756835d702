package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.sip.peer.JainPhone;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.testing.Patience;

/** A stack that shares no code with ours as the phone at both ends. */
class JainSipTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void phonesRegisterAndCallEachOther(String transport) throws Exception {
        try (var caller = new JainPhone(server.port(), "100", transport);
                var called = new JainPhone(server.port(), "101", transport)) {
            called.register();
            assertThat(called.next()).isEqualTo("200 REGISTER");
            caller.call("101", "v=0\r\n");
            assertThat(called.next()).isEqualTo("INVITE");
            assertThat(caller.next()).isEqualTo("200 INVITE");
            assertThat(called.next()).isEqualTo("ACK");
            caller.hangUp();
            assertThat(called.next()).isEqualTo("BYE");
            assertThat(caller.next()).isEqualTo("200 BYE");
            assertThat(server.bridge.over.poll(Patience.SECONDS, TimeUnit.SECONDS))
                    .satisfies(end -> assertThat(end)
                            .isNotNull()
                            .extracting(LegEnd::byFarEnd)
                            .isEqualTo(true));
        }
    }
}
