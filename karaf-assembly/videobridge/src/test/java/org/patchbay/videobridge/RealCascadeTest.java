package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.TestConference;
import org.patchbay.testing.media.TestConference.Member;

/** One conference over two real videobridges with relays, whose addresses {@code E2E_JVB} and {@code E2E_JVB_2} name. */
@EnabledIfEnvironmentVariable(named = "E2E_JVB", matches = "http.+")
@EnabledIfEnvironmentVariable(named = "E2E_JVB_2", matches = "http.+")
class RealCascadeTest {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final int PLACES = 3;

    private final JvbBridge one = bridge("one", "E2E_JVB");
    private final JvbBridge two = bridge("two", "E2E_JVB_2");

    private static JvbBridge bridge(String name, String variable) {
        var url = URI.create(System.getenv().getOrDefault(variable, "http://127.0.0.1:8080"));
        return new JvbBridge(name, url, "", PLACES, new LoopbackTrustedHttp(), TIMING, Optional::empty);
    }

    @BeforeEach
    void start() {
        // It prepares the libraries that the peers use, too.
        new EmbeddedBridge(new Settings());
        one.start();
        two.start();
        await().until(() -> one.stats().healthy() && two.stats().healthy());
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void sixHearEachOther() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            List<Member> members = new ArrayList<>();
            for (int number = 1; number <= 2 * PLACES; number++) {
                if (number == PLACES + 1) {
                    one.widen(conference.id(), two);
                }
                members.add(conference.join("aaaa000" + number, 1_000L * number));
            }
            conference.awaitConnected(members.toArray(Member[]::new));
            // A videobridge forwards those who speak: one after another does.
            for (Member speaker : members) {
                conference.pump(() -> speaker.peer().sendAudio(speaker.audio(), 30), () -> {
                    for (Member listener : members) {
                        if (!listener.equals(speaker)) {
                            assertThat(listener.receivedFrom(speaker, SourceKind.AUDIO))
                                    .as("%s hears %s", listener.id(), speaker.id())
                                    .hasSizeGreaterThan(3);
                        }
                    }
                });
            }
            Member first = members.get(0);
            Member last = members.get(2 * PLACES - 1);
            conference.pump(() -> last.peer().sendVideo(last.camera(), true), () -> assertThat(
                            first.receivedFrom(last, SourceKind.CAMERA))
                    .hasSizeGreaterThan(5));
            assertThat(conference.events().gone()).isEmpty();
        }
    }
}
