package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.Right;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.testing.signalling.FakeLeg;

/** Who may speak to phones that answer by themselves, and which phones do. */
final class SpeakingTest {

    private final Exchange exchange = new Exchange();

    SpeakingTest() {
        exchange.phones.put(
                exchange.portal,
                new RingGroup(
                        "g",
                        "200",
                        "Hall",
                        exchange.department,
                        RingStrategy.ALL,
                        List.of("ext-100", "ext-101", "ext-102", "ext-103"),
                        10,
                        Exchange.to("103"),
                        1));
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private List<FakeLeg> ringing() {
        return exchange.signalling.invited().stream()
                .filter(leg -> !leg.over() && !leg.talking())
                .toList();
    }

    private void refused(String code, int status, String reason) {
        FakeLeg caller = exchange.call("100", code);
        if (!caller.over()) {
            assertThat(exchange.port(caller).playing().toString()).contains(reason);
            exchange.port(caller).finishes();
        }
        assertThat(caller.end().orElseThrow().status()).as(code).isEqualTo(status);
        assertThat(caller.end().orElseThrow().reason()).isEqualTo(reason);
        assertThat(ringing()).isEmpty();
    }

    @Test
    @Tag("S3.27")
    void whoLacksTheRightHearsSoAndNoPhoneOpens() {
        refused("*80101", 403, "may-not-speak");
        refused("*82200", 403, "may-not-speak");
        refused("*82101", 403, "may-not-speak");
        assertThat(exchange.journal.lines()).contains("limits no-right");
    }

    @Test
    @Tag("S3.28")
    void whoHasTheRightSpeaks() {
        exchange.rights = Set.of(Right.INTERCOM);
        FakeLeg caller = exchange.call("100", "*80101");
        assertThat(ringing())
                .singleElement()
                .satisfies(leg -> assertThat(leg.invitation().ring()).isEqualTo(Invitation.Ring.INTERCOM));
        caller.hangsUp();
        FakeLeg pages = exchange.call("100", "*82200");
        assertThat(ringing())
                .hasSize(3)
                .allSatisfy(leg -> assertThat(leg.invitation().ring()).isEqualTo(Invitation.Ring.PAGE));
        pages.hangsUp();
    }

    @Test
    void whoIsNotToBeDisturbedIsNotSpokenTo() {
        exchange.rights = Set.of(Right.INTERCOM);
        exchange.phones.doNotDisturb(exchange.portal, "ext-101", true);
        refused("*80101", 486, "dnd");
        assertThat(exchange.journal.lines()).contains("dnd on");
        FakeLeg pages = exchange.call("100", "*82200");
        assertThat(ringing())
                .extracting(leg -> leg.target().toString())
                .hasSize(2)
                .noneMatch(target -> target.contains("phone-101"));
        pages.hangsUp();
    }

    @Test
    void aPhoneInACallIsLeftToIt() {
        exchange.rights = Set.of(Right.INTERCOM);
        exchange.talk("101", "102");
        refused("*80101", 486, "busy");
        refused("*80102", 486, "busy");
        FakeLeg pages = exchange.call("100", "*82200");
        assertThat(ringing())
                .singleElement()
                .satisfies(leg -> assertThat(leg.target().toString()).contains("phone-103"));
        pages.hangsUp();
    }
}
