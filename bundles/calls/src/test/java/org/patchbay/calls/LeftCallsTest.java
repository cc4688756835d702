package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Conversation;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.calls.store.Visible;
import org.patchbay.testing.phonemedia.FakePhoneMedia;

/** What is written of calls whose server was killed while nobody but a room or a menu had answered. */
final class LeftCallsTest {

    private final Office office = new Office();
    private final Exchange dead = office.exchange("two");

    @AfterEach
    void close() {
        dead.close();
        office.close();
    }

    private void call(String from, String to) {
        office.signalling.call(dead, office.acme, "phone-" + from, to, Optional.of(FakePhoneMedia.PHONE));
    }

    private void awaitKept(int calls, Predicate<LiveCall> so) {
        await().until(() -> office.store.left(Set.of(), 100).stream()
                        .flatMap(sheet -> sheet.calls().stream())
                        .filter(so)
                        .map(LiveCall::id)
                        .distinct()
                        .count()
                == calls);
    }

    private void serverIsGone() {
        office.cluster.pass(Duration.ofMinutes(2));
        office.exchange.lookAround();
    }

    @Test
    void callersOfAConferenceTalkedAndAreOneConversation() {
        office.phones.put(
                office.acme, new ConferenceRoom("room", "500", "Room", office.sales, Optional.empty(), 10, 1));
        call("100", "500");
        call("101", "500");
        awaitKept(2, call -> call.answered().isPresent() && call.together().isPresent());
        serverIsGone();
        List<Conversation> conversations = office.store
                .conversations(office.acme, CallQuery.ALL, Visible.ALL, PageRequest.first(10))
                .items();
        assertThat(conversations).hasSize(1);
        assertThat(conversations.get(0).calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.result()).isEqualTo(CallResult.RESTART);
            assertThat(call.answered()).isPresent();
            assertThat(call.legs()).extracting(LegRecord::answered).allMatch(Optional::isPresent);
        });
    }

    private VoiceMenu menu() {
        var over = new Destination(Destination.Kind.HANG_UP, "");
        return new VoiceMenu("menu", "600", "Menu", office.sales, "welcome", Map.of(), false, 60, 1, over, over, 1);
    }

    @Test
    void whoWasInAMenuWasThereSinceItAnswered() {
        office.phones.put(office.acme, menu());
        call("100", "600");
        awaitKept(1, call -> call.at().isPresent());
        serverIsGone();
        CallRecord record = office.record();
        assertThat(record.result()).isEqualTo(CallResult.RESTART);
        assertThat(record.answered()).isPresent().isEqualTo(record.legs().get(0).answered());
    }
}
