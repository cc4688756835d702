package org.patchbay.calls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.store.InMemoryTextHistory;
import org.patchbay.calls.store.WaitingText;
import org.patchbay.spi.tenancy.DataSink;

final class PhoneTextsTest {

    private final TextDesk desk = new TextDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void reachesEveryPhoneOfAnExtension() {
        desk.office.phones.put(
                desk.office.acme, new Device("phone-201", "ext-101", "Desk", "phone201", 3, List.of(), 1));
        desk.office.signalling.register(desk.office.acme, "phone-201");
        assertThat(desk.send("101", "Lunch?")).isEqualTo(202);
        await().atMost(TextDesk.PATIENCE)
                .untilAsserted(() -> assertThat(desk.arrived()).containsExactlyInAnyOrder("101 Lunch?", "201 Lunch?"));
        assertThat(desk.office.signalling.texts()).allSatisfy(sent -> {
            assertThat(sent.portal()).isEqualTo(desk.office.acme);
            assertThat(sent.text().from()).isEqualTo(new Party("100", "Somebody at 100"));
            assertThat(sent.text().sent()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
        });
    }

    @Test
    void reachesAllOfAGroupButTheSendingPhone() {
        desk.office.phones.put(
                desk.office.acme,
                new RingGroup(
                        "g",
                        "200",
                        "Sales",
                        desk.office.sales,
                        RingStrategy.ALL,
                        List.of("ext-100", "ext-101", "ext-102"),
                        10,
                        Destination.HANG_UP,
                        1));
        desk.away("102");
        assertThat(desk.send("200", "Lunch?")).isEqualTo(202);
        desk.awaitArrived("101 Lunch?");
        assertThat(desk.store.of(desk.office.acme, "ext-100")).isEmpty();
        assertThat(desk.store.of(desk.office.acme, "ext-102")).hasSize(1);
    }

    @Test
    void saysWhyATextCannotBeSent() {
        assertThat(desk.send("999", "Lunch?")).isEqualTo(404);
        assertThat(desk.send("+4940123456", "Lunch?")).isEqualTo(404);
        assertThat(desk.send("101", "é".repeat(651))).isEqualTo(413);
        assertThat(desk.send(new PortalId("other"), "phone-100", "101", "Lunch?"))
                .isEqualTo(403);
        assertThat(desk.send("100", "To my other phones")).isEqualTo(480);
        desk.office.phones.put(desk.office.acme, nobody());
        assertThat(desk.send("105", "Is there a phone?")).isEqualTo(480);
        assertThat(desk.office.signalling.texts()).isEmpty();
    }

    private Extension nobody() {
        return new Extension(
                "ext-105",
                "105",
                "Corridor",
                Optional.empty(),
                desk.office.sales,
                20,
                2,
                Optional.empty(),
                true,
                false,
                Forwards.NONE,
                RecordingRule.NEVER,
                false,
                1);
    }

    @Test
    void keepsNoMoreThanSoManyAndNoneForEver() {
        desk.away("101");
        assertThat(desk.send("101", "1")).isEqualTo(202);
        assertThat(desk.send("101", "2")).isEqualTo(202);
        assertThat(desk.send("101", "3")).isEqualTo(202);
        var answer =
                desk.texts.message(desk.office.acme, "phone-100", "101", "4").toCompletableFuture();
        assertThat(answer).succeedsWithin(TextDesk.PATIENCE);
        assertThat(answer.join().status()).isEqualTo(480);
        assertThat(answer.join().reason()).isEqualTo("Too Many Texts Wait There");
        assertThat(desk.send("102", "5")).isEqualTo(202);
        desk.clock.pass(Duration.ofDays(7).plusSeconds(1));
        desk.post.look();
        assertThat(desk.store.of(desk.office.acme, "ext-101")).isEmpty();
        assertThat(desk.send("101", "6")).isEqualTo(202);
    }

    @Test
    void goesWithThePersonWhoWroteItOrIsToReadIt() {
        desk.away("101");
        desk.away("102");
        desk.send("101", "to Bob");
        desk.send(desk.office.acme, "phone-102", "101", "from Carla");
        var data = new TextData(desk.store, new InMemoryTextHistory());
        List<Object> given = new ArrayList<>();
        DataSink sink = (kind, thing) -> given.add(thing);
        data.export(desk.office.acme, desk.office.anna.person(), sink);
        assertThat(given)
                .singleElement()
                .satisfies(one -> assertThat(((WaitingText) one).text().words()).isEqualTo("to Bob"));
        given.clear();
        data.export(desk.office.acme, sink);
        assertThat(given).hasSize(2);
        given.clear();
        data.export(desk.office.bolt, sink);
        assertThat(given).isEmpty();
        data.erase(desk.office.acme, desk.office.anna.person());
        assertThat(desk.store.of(desk.office.acme, "ext-101"))
                .singleElement()
                .satisfies(left -> assertThat(left.text().words()).isEqualTo("from Carla"));
        data.erase(desk.office.acme, desk.office.bob.person());
        assertThat(desk.store.of(desk.office.acme, "ext-101")).isEmpty();
    }
}
