package org.patchbay.calls.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.Office;
import org.patchbay.testing.signalling.FakeLeg;
import org.patchbay.testing.signalling.FakeSignalling;

final class WatchTest {

    private final Office office = new Office();
    private final Watched watched =
            new Watched(office.phones.dialPlan(), office.phones, office.signalling, office.exchange);
    private final DialogPackage dialog = new DialogPackage(watched);
    private final PresencePackage presence = new PresencePackage(watched);

    @AfterEach
    void close() {
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
        assertThat(presence("101")).contains("<basic>open</basic>", "on-the-phone");
        caller.hangsUp();
        await().until(() -> !dialogs("101").contains("<dialog "));
        assertThat(presence("101")).doesNotContain("on-the-phone");
        assertThat(office.signalling.changes())
                .contains(
                        new FakeSignalling.Change(office.acme, "dialog", "101"),
                        new FakeSignalling.Change(office.acme, "presence", "100"));
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
