package org.patchbay.events.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.Caller;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

final class EventChannelTest {

    private static final PortalId ONE = new PortalId("one");
    private static final PortalId TWO = new PortalId("two");

    private final EventChannel channel = new EventChannel();

    @Test
    void sendsTheWantedEventsOfThePortalUntilClosed() {
        List<String> all = new ArrayList<>();
        List<String> some = new ArrayList<>();
        LiveSubscription everything = open("{}", all);
        open("{\"type\":\"lamp.*\",\"subject\":\"s2\"}", some);
        channel.on(event(ONE, "lamp.lit", "s1", 7));
        channel.on(event(TWO, "lamp.lit", "s2", 1));
        channel.on(event(ONE, "lamp.lit", "s2", 8));
        channel.on(event(ONE, "door.shut", "s2", 9));
        everything.close();
        channel.on(event(ONE, "lamp.lit", "s2", 10));
        assertThat(all).hasSize(3);
        assertThat(some).hasSize(2);
        assertThat(all.get(0))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"id-7\",\"source\":\"/test\",\"type\":\"lamp.lit\","
                        + "\"subject\":\"s1\",\"time\":\"2026-01-01T00:00:00Z\","
                        + "\"datacontenttype\":\"application/json\","
                        + "\"dataschema\":\"/api/v1/events/schemas/lamp.lit\",\"portal\":\"one\","
                        + "\"causationid\":\"cause\",\"sequence\":7,\"data\":{\"a\":1}}");
    }

    @Test
    void namesWhatIsWrongWithTheFilter() {
        refused("{\"type\":5}", "/type");
        refused("{\"type\":\"%\"}", "type");
        refused("{\"kind\":\"a\"}", "/kind");
        refused("[]", "");
        refused("{", "");
    }

    private void refused(String with, String pointer) {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> open(with, new ArrayList<>()))
                .satisfies(e -> assertThat(e.errors().get(0).pointer()).isEqualTo(pointer));
    }

    private LiveSubscription open(String with, List<String> sent) {
        return channel.open(new Caller.Nobody(ONE, "127.0.0.1"), ONE, with, new LiveSink() {
            @Override
            public void send(String message) {
                sent.add(message);
            }

            @Override
            public void close(String reason) {
                throw new UnsupportedOperationException();
            }
        });
    }

    private static Event event(PortalId portal, String type, String subject, long sequence) {
        return new Event(
                "id-" + sequence,
                "/test",
                type,
                portal,
                subject,
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.of("cause"),
                sequence,
                "{\"a\":1}");
    }
}
