package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.plan.OwnNumbers;
import org.patchbay.testing.signalling.FakeLeg;

/** The mobile at which somebody is looked for is read by its owner and by who may see all calls. */
final class OwnNumbersTest {

    private static final String MOBILE = "+49401234567";

    private final Exchange exchange = new Exchange();

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private Optional<PersonId> by(String number) {
        return Optional.of(exchange.person(number));
    }

    private void follow() {
        exchange.phones.serve(
                exchange.portal,
                "ext-101",
                one -> one.followMe(new FollowMe(
                        true, 0, List.of("0401234567", "102"), false, 30, Optional.empty(), false, true, false)));
    }

    private CallRecord talked() {
        FakeLeg caller = exchange.call("100", "101");
        exchange.signalling.last("carrier").answers(Exchange.SDP);
        assertThat(caller.talking()).isTrue();
        caller.hangsUp();
        return exchange.journal.records().get(0);
    }

    private static String text(CallRecord record) {
        return record.path() + " " + record.legs();
    }

    private static void requireNoMarks(CallRecord record) {
        assertThat(record.path())
                .allSatisfy(step -> assertThat(step.decision().params()).doesNotContainKeys("own", "owner", "shown"));
    }

    @Test
    void theCallerOfWhoFollowsReadsTheExtensionInstead() {
        follow();
        CallRecord record = talked();
        CallRecord seen = OwnNumbers.seen(record, by("100"), false);
        assertThat(text(record)).contains(MOBILE);
        assertThat(text(seen)).doesNotContain(MOBILE.substring(3));
        requireNoMarks(seen);
        assertThat(seen.path())
                .extracting(CallStep::decision)
                .contains(Decision.of("follow-me", "ring", "numbers", "101, 102"))
                .contains(Decision.of("destination", "outside", "number", "101"));
        assertThat(seen.legs())
                .filteredOn(leg -> leg.trunk().isPresent())
                .singleElement()
                .satisfies(leg -> assertThat(leg.number() + leg.name()).isEqualTo("101"));
        assertThat(exchange.journal.lines()).contains("ANSWERED 101").noneMatch(line -> line.contains(MOBILE));
    }

    @Test
    void theOwnerAndWhoSeesAllReadTheNumber() {
        follow();
        CallRecord record = talked();
        for (CallRecord seen :
                List.of(OwnNumbers.seen(record, by("101"), false), OwnNumbers.seen(record, by("100"), true))) {
            requireNoMarks(seen);
            assertThat(seen.legs()).isEqualTo(record.legs());
            assertThat(seen.path())
                    .extracting(CallStep::decision)
                    .contains(Decision.of("follow-me", "ring", "numbers", MOBILE + ", 102"));
        }
    }

    @Test
    void aForwardOutsideIsTheOwnersAsWell() {
        exchange.phones.forward(
                exchange.portal,
                "ext-101",
                Forwards.Case.ALWAYS,
                Optional.of(new Destination(Destination.Kind.OUTSIDE, MOBILE)));
        exchange.call("100", "101");
        LiveCall live = exchange.only().live();
        assertThat(OwnNumbers.seen(live, by("100"), false).toString()).doesNotContain(MOBILE.substring(3));
        assertThat(OwnNumbers.seen(live, by("101"), false).toString()).contains(MOBILE);
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        CallRecord record = exchange.journal.records().get(0);
        assertThat(text(OwnNumbers.seen(record, by("102"), false))).doesNotContain(MOBILE.substring(3));
    }

    @Test
    void whoDialsANumberOutsideReadsIt() {
        exchange.call("100", "0401234567").hangsUp();
        CallRecord record = exchange.journal.records().get(0);
        assertThat(OwnNumbers.seen(record, by("102"), false)).isEqualTo(record);
        assertThat(text(record)).contains(MOBILE);
    }

    @Test
    void recordsFromBeforeTheMarksAreMaskedToo() {
        CallRecord fresh = talkedWithOldPath();
        assertThat(text(OwnNumbers.seen(fresh, by("100"), false))).doesNotContain(MOBILE.substring(3));
        assertThat(text(OwnNumbers.seen(fresh, by("100"), true))).contains(MOBILE);
    }

    private CallRecord talkedWithOldPath() {
        follow();
        CallRecord now = talked();
        return new CallRecord(
                now.id(),
                now.direction(),
                now.result(),
                now.caller(),
                now.callerName(),
                now.called(),
                now.started(),
                now.answered(),
                now.ended(),
                now.legs(),
                List.of(
                        new CallStep(Instant.EPOCH, new Decision("follow-me", "ring", Map.of("numbers", MOBILE))),
                        new CallStep(Instant.EPOCH, Decision.of("destination", "outside", "number", MOBILE))),
                List.of(),
                Optional.empty());
    }
}
