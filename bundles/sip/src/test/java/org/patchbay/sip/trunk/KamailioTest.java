package org.patchbay.sip.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.Network;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.peer.Kamailio;
import org.patchbay.sip.peer.Sipp;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.spi.signalling.SipTrunk;
import org.patchbay.testing.Patience;
import org.patchbay.testing.Ports;

/** A line to a carrier that Kamailio plays, with phones of sipp behind it. */
class KamailioTest {

    private static final String SDP =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40000 RTP/AVP 0\r\n";

    private final TestServer server = new TestServer();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder = Path.of("");

    private final LegListener ears = new LegListener() {
        @Override
        public void answered(String description) {
            heard.add("answered");
        }

        @Override
        public void ended(LegEnd reason) {
            heard.add("ended " + reason.status());
        }
    };

    @BeforeEach
    void needsBoth() {
        assumeTrue(Kamailio.isThere(), "kamailio is not installed (Debian: kamailio)");
        assumeTrue(Sipp.isThere(), "sipp is not installed (Debian: sip-tester)");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void comesUp(int port, Kamailio carrier) throws Exception {
        var trunk = new SipTrunk(
                TestNeighbours.ONE,
                "line",
                "127.0.0.1",
                port,
                "UDP",
                "4930",
                "secret",
                true,
                600,
                Network.list("127.0.0.1"));
        server.neighbours.trunks.add(trunk);
        server.server.trunks().keep(List.of(trunk));
        Optional<TrunkState> state = Optional.ofNullable(server.states.poll(Patience.SECONDS, TimeUnit.SECONDS));
        assertThat(state).as(carrier.output()).contains(TrunkState.UP);
    }

    private Optional<String> next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aCallGoesOutThroughAProxyThatStaysInTheWay() throws Exception {
        int port = Ports.free();
        int phone = Ports.free();
        try (var carrier = Kamailio.start(folder, port, server.port(), phone)) {
            Sipp called = Sipp.start("answer", server.port(), phone, 1, 1);
            comesUp(port, carrier);
            Leg leg = server.server.invite(
                    TestNeighbours.ONE,
                    new LegTarget.Outside("line", "+4940123"),
                    new Invitation(
                            SDP,
                            new Party("+4930100", "Alma"),
                            new Party("+4940123", ""),
                            false,
                            Invitation.Ring.EXTERNAL,
                            List.of()),
                    ears);
            assertThat(next()).as(carrier.output()).contains("answered");
            leg.end(LegEnd.hungUp());
            assertThat(called.await()).as(called.output()).isZero();
        }
        assertThat(server.server.legs()).isZero();
    }

    @Test
    void aCallComesInThroughAProxyThatStaysInTheWay() throws Exception {
        server.neighbours.handler = (portal, incoming) -> {
            heard.add("called " + incoming.called());
            incoming.leg().answer(SDP);
            return ears;
        };
        int port = Ports.free();
        try (var carrier = Kamailio.start(folder, port, server.port(), Ports.free())) {
            comesUp(port, carrier);
            Path users = Files.writeString(
                    folder.resolve("users.csv"),
                    "SEQUENTIAL\n4040;[authentication username=4040 password=secret];4930100\n");
            Sipp caller = Sipp.start("call", port, Ports.free(), 1, 1, "-inf", users.toString());
            assertThat(caller.await()).as(caller.output()).isZero();
            assertThat(next()).contains("called 4930100");
            assertThat(next()).contains("ended 200");
        }
        assertThat(server.server.legs()).isZero();
    }
}
