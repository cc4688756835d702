package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PageRequest;
import org.patchbay.api.calls.CallResult;
import org.patchbay.testing.Ports;
import org.patchbay.voicemail.Messages;
import org.patchbay.voicemail.box.Dictation;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.VoiceMessage;

/** A real phone leaves a message, and what is in it is measured. */
@Tag("S4.13")
final class VoicemailTest {

    private static final int HERTZ = 440;
    private static final String BOX = "ext-101";
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Path folder;
    private final TelephoneExchange exchange;
    private final MailboxSlice slice;

    VoicemailTest(@TempDir Path folder) {
        this.folder = folder;
        exchange = new TelephoneExchange(folder);
        slice = new MailboxSlice(exchange, folder);
    }

    @BeforeEach
    void needsBaresip() {
        assumeTrue(Baresip.isThere(), "baresip is not installed (Debian: baresip-core)");
    }

    @AfterEach
    void close() {
        exchange.close();
        slice.close();
    }

    @Test
    void aPhoneThatReachesNobodyLeavesItsTone() throws Exception {
        var settings = new MailboxSettings(
                true, Optional.of("en"), false, false, false, false, Optional.empty(), 2, 10, 0, false);
        slice.store.save(exchange.portal, Mailbox.of(BOX).settings(settings));
        Messages messages = slice.messages;
        try (Baresip anna =
                Baresip.start(folder.resolve("100"), "100", exchange.sip.port(), Ports.free(), HERTZ, false, "101")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(left()).as(anna.log()).hasSize(1));
            await().atMost(PATIENCE).until(() -> !exchange.records.isEmpty());
        }
        VoiceMessage message = left().get(0);
        assertThat(message.millis()).isBetween(9_000L, 11_000L);
        assertThat(message.caller()).isEqualTo("100");
        assertThat(tone(messages.sound(exchange.portal, BOX, message.id()))).isGreaterThan(8_000);
        assertThat(exchange.records.get(0).result()).isEqualTo(CallResult.ATTENDED);
        assertThat(exchange.records.get(0).path())
                .anySatisfy(step -> assertThat(step.decision().reason()).isEqualTo("left"));
    }

    @Test
    @Tag("S4.21")
    void aPhoneDictatesUntilItHangsUp() throws Exception {
        String own = "ext-100";
        slice.store.save(exchange.portal, Mailbox.of(own).settings(MailboxSettings.NONE.dictating(true, false)));
        Messages messages = slice.messages;
        try (Baresip anna =
                Baresip.start(folder.resolve("100"), "100", exchange.sip.port(), Ports.free(), HERTZ, false, "*93")) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(slice.largest()).as(anna.log()).isGreaterThan(100_000));
        }
        await().atMost(PATIENCE).until(() -> slice.dictated.count(exchange.portal, own) == 1);
        Dictation dictation = slice.dictated
                .list(exchange.portal, own, PageRequest.first(1))
                .items()
                .get(0);
        assertThat(dictation.number()).isEqualTo("100");
        assertThat(dictation.millis()).isGreaterThan(5_500);
        assertThat(tone(messages.sound(exchange.portal, own, dictation.id()))).isGreaterThan(5_000);
    }

    private List<VoiceMessage> left() {
        return slice.store.list(exchange.portal, BOX, PageRequest.first(10)).items();
    }

    private int tone(Path sound) throws IOException {
        return Sound.millis(Sound.linear(sound, folder.resolve("linear.wav")), HERTZ);
    }
}
