package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.testing.signalling.FakeLeg;

/** Conference rooms of the telephone. */
final class ConferenceTest {

    private final Exchange exchange = new Exchange();

    ConferenceTest() {
        for (String number : List.of("500", "501")) {
            exchange.phones.put(
                    exchange.portal,
                    new ConferenceRoom("room-" + number, number, "Room", exchange.department, Optional.empty(), 10, 1));
        }
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    @Test
    void callsOfAConferenceBelongTogetherUntilItIsEmpty() {
        FakeLeg first = exchange.call("100", "500");
        FakeLeg second = exchange.call("101", "500");
        FakeLeg elsewhere = exchange.call("103", "501");
        first.hangsUp();
        FakeLeg third = exchange.call("102", "500");
        second.hangsUp();
        third.hangsUp();
        elsewhere.hangsUp();
        FakeLeg later = exchange.call("100", "500");
        later.hangsUp();
        List<CallRecord> records = exchange.journal.records();
        Optional<CallId> common = Optional.of(records.get(0).id());
        assertThat(records.subList(0, 3)).extracting(CallRecord::together).containsOnly(common);
        assertThat(records.get(3).together()).contains(records.get(3).id());
        assertThat(records.get(4).together()).contains(records.get(4).id());
    }
}
