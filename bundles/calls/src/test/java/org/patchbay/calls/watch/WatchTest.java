package org.patchbay.calls.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.calls.Office;
import org.patchbay.spi.signalling.Subscribers;
import org.patchbay.testing.signalling.FakeLeg;
import org.patchbay.testing.signalling.FakeSignalling;

final class WatchTest {

    private final Office office = new Office();
    private final CodeSwitches switches = new CodeSwitches(office.book, office.exchange);
    private final CodeNews codes =
            new CodeNews(office.book, switches, office.signalling, office.workshop, office.cluster.node("one"));
    private final Watched watched =
            new Watched(office.phones.dialPlan(), office.phones, office.signalling, office.exchange, switches, codes);
    private final Addresses addresses = new Addresses(office.portals);
    private final String host = office.portals.find(office.acme).orElseThrow().host();
    private final DialogPackage dialog = new DialogPackage(watched, addresses);
    private final PresencePackage presence = new PresencePackage(watched, addresses);

    @AfterEach
    void close() {
        codes.close();
        office.close();
    }

    private String dialogs(String number) {
        return dialog.state(office.acme, "phone-102", number).orElseThrow().body();
    }

    private String presence(String number) {
        return presence.state(office.acme, "phone-102", number).orElseThrow().body();
    }

    @Test
    void aLampShowsRingingAndTalking() {
        assertThat(dialogs("101")).doesNotContain("<dialog ");
        FakeLeg caller = office.call("100", "101");
        FakeLeg called = office.ringing("101");
        called.rings();
        await().until(() -> dialogs("101").contains("direction=\"recipient\"><state>early</state>"));
        assertThat(dialogs("100")).contains("direction=\"initiator\"><state>proceeding</state>");
        called.answers(org.patchbay.testing.phonemedia.FakePhoneMedia.PHONE);
        await().until(() -> dialogs("101").contains("<state>confirmed</state>"));
        assertThat(presence("101")).contains("<basic>open</basic>", "on-the-phone", "entity=\"sip:101@" + host + "\"");
        caller.hangsUp();
        await().until(() -> !dialogs("101").contains("<dialog "));
        assertThat(presence("101")).doesNotContain("on-the-phone");
        assertThat(office.signalling.changes())
                .contains(
                        new FakeSignalling.Change(office.acme, "dialog", "101"),
                        new FakeSignalling.Change(office.acme, "presence", "100"));
    }

    @Test
    void aLampOfAPlaceShowsAParkedCall() {
        String place = "71";
        office.phones.put(
                office.acme,
                new CallSettings("DE", "30", "", Map.of(), List.of(place), 60, false, CallLimits.STANDARD, 0));
        assertThat(dialogs(place)).doesNotContain("<dialog ");
        FakeLeg caller = office.call("100", "101");
        office.ringing("101").answers(org.patchbay.testing.phonemedia.FakePhoneMedia.PHONE);
        await().until(() -> dialogs("101").contains("<state>confirmed</state>"));
        CallId call = office.exchange.of(office.acme, "ext-101").get(0).id();
        office.service.act(office.acme, call, new CallAction.Park(Optional.of(place)), office.bob);

        await().until(() -> dialogs(place).contains("<state>confirmed</state>"));
        assertThat(dialog.state(office.bolt, "phone-102", place)).isEmpty();
        caller.hangsUp();
        await().until(() -> !dialogs(place).contains("<dialog "));
        assertThat(office.signalling.changes()).contains(new FakeSignalling.Change(office.acme, "dialog", place));
    }

    @Test
    void aLampOfAQueueShowsThatSomebodyWaits() {
        office.phones.put(
                office.acme,
                new CallQueue(
                        "support",
                        "700",
                        "Support",
                        office.sales,
                        RingStrategy.ALL,
                        List.of("ext-101"),
                        20,
                        0,
                        10,
                        600,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Destination.HANG_UP,
                        1));
        assertThat(dialogs("700")).contains("entity=\"sip:700@" + host + "\"").doesNotContain("<dialog ");
        FakeLeg caller = office.call("100", "700");
        await().until(() -> dialogs("700").contains("<state>confirmed</state>"));
        assertThat(office.signalling.changes()).contains(new FakeSignalling.Change(office.acme, "dialog", "700"));
        assertThat(dialog.state(office.bolt, "phone-102", "700")).isEmpty();
        office.ringing("101").answers(org.patchbay.testing.phonemedia.FakePhoneMedia.PHONE);
        await().until(() -> !dialogs("700").contains("<dialog "));
        caller.hangsUp();
    }

    private String own(String number, String code) {
        return dialog.state(office.acme, "phone-" + number, code).orElseThrow().body();
    }

    private void settled() {
        office.cluster
                .node("one")
                .publish(Subscribers.CHANGED, office.acme.value().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLampOfACodeShowsWhetherItIsOnAtTheOwnExtension() {
        assertThat(own("101", "*78"))
                .contains("entity=\"sip:*78@" + host + "\"")
                .doesNotContain("<dialog ");
        office.phones.doNotDisturb(office.acme, "ext-101", true);
        settled();
        await().until(() ->
                office.signalling.changes().contains(new FakeSignalling.Change(office.acme, "dialog", "*78")));
        assertThat(own("101", "*78")).contains("<state>confirmed</state>");
        assertThat(own("102", "*78")).doesNotContain("<dialog ");

        assertThat(own("101", "*72")).doesNotContain("<dialog ");
        office.phones.forward(
                office.acme,
                "ext-101",
                Forwards.Case.ALWAYS,
                Optional.of(new Destination(Destination.Kind.EXTENSION, "ext-102")));
        settled();
        await().until(() ->
                office.signalling.changes().contains(new FakeSignalling.Change(office.acme, "dialog", "*72")));
        assertThat(own("101", "*72")).contains("<state>confirmed</state>");
        assertThat(office.signalling.changes()).doesNotContain(new FakeSignalling.Change(office.acme, "dialog", "*67"));
        assertThat(dialog.state(office.acme, "phone-101", "*60"))
                .as("switches nothing")
                .isEmpty();
        assertThat(dialog.state(office.bolt, "phone-101", "*78")).isEmpty();
    }

    @Test
    void anAgentSeesWhetherTheQueueReachesThem() {
        assertThat(own("101", "*45")).contains("<state>confirmed</state>");
        office.call("101", "*45");
        await().until(() -> !own("101", "*45").contains("<dialog "));
        assertThat(office.signalling.changes()).contains(new FakeSignalling.Change(office.acme, "dialog", "*45"));
    }

    @Test
    void nobodyElseMayWatch() {
        assertThat(dialog.state(office.bolt, "phone-102", "101")).isEmpty();
        assertThat(dialog.state(office.acme, "stranger", "101")).isEmpty();
        assertThat(presence.state(office.acme, "phone-102", "999")).isEmpty();
    }

    @Test
    void whoIsNotRegisteredIsNotThere() {
        office.signalling.forget(office.acme, "phone-101");
        assertThat(presence("101")).contains("<basic>closed</basic>");
        office.phones.doNotDisturb(office.acme, "ext-101", true);
        assertThat(presence("101")).contains("<rpid:busy/>");
    }
}
