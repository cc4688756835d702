package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Who;
import org.patchbay.testing.signalling.FakeLeg;

/** Who calls from outside is called as the portal's address book calls them. */
final class CallerNamesTest {

    private static final String KARL = "+491701234567";

    private final Exchange exchange = new Exchange();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Deque<Who> late = new ArrayDeque<>();

    CallerNamesTest() {
        exchange.inbound("+4930555", Exchange.to("101"), Optional.empty());
        exchange.names.put(KARL, "Karl Kunde");
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private FakeLeg comes(String number) {
        return exchange.signalling.callByTrunk(
                exchange.board, exchange.portal, "carrier", number, "030555", Optional.of(Exchange.SDP));
    }

    @Test
    void aContactHasItsNameAtThePhonesInTheCallAndInTheRecord() {
        FakeLeg caller = comes(KARL);
        assertThat(exchange.signalling.last("phone-101").invitation().caller())
                .isEqualTo(new Party(KARL, "Karl Kunde"));
        assertThat(exchange.only().live().parties().get(0).name()).isEqualTo("Karl Kunde");
        caller.hangsUp();
        assertThat(exchange.journal.last().callerName()).isEqualTo("Karl Kunde");
        assertThat(exchange.journal.last().legs()).extracting(leg -> leg.name()).contains("Karl Kunde");
    }

    @Test
    void whomACrmAloneKnowsHasThatNameOnceItAnsweredAndInTheRecord() {
        exchange.names.clear();
        exchange.records.put(KARL, "Karl of the CRM");
        FakeLeg caller = comes(KARL);
        FakeLeg called = exchange.signalling.last("phone-101");
        assertThat(called.invitation().caller()).isEqualTo(new Party(KARL, ""));
        exchange.recordsCome();
        assertThat(exchange.only().live().parties().get(0).name()).isEqualTo("Karl of the CRM");
        called.answers(Exchange.SDP);
        assertThat(called.connected()).contains(new Party(KARL, "Karl of the CRM"));
        caller.hangsUp();
        assertThat(exchange.journal.last().callerName()).isEqualTo("Karl of the CRM");
        assertThat(exchange.journal.last().legs()).extracting(leg -> leg.name()).contains("Karl of the CRM");
    }

    @Test
    void noCrmIsAskedOfWhoIsInTheAddressBook() {
        exchange.records.put(KARL, "Karl of the CRM");
        FakeLeg caller = comes(KARL);
        exchange.recordsCome();
        caller.hangsUp();
        assertThat(exchange.journal.last().callerName()).isEqualTo("Karl Kunde");
    }

    @Test
    void aCrmThatAnswersWhenTheCallIsOverChangesNothing() {
        exchange.names.clear();
        exchange.records.put(KARL, "Karl of the CRM");
        comes(KARL).hangsUp();
        exchange.recordsCome();
        assertThat(exchange.journal.last().callerName()).isEmpty();
    }

    @Test
    void nobodyIsAskedOfWhoCallsFromWithinOrWithoutANumber() {
        exchange.call("100", "101").hangsUp();
        comes("anonymous").hangsUp();
        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void whoIsNotKnownKeepsWhatTheTrunkSays() {
        comes("+4917099").hangsUp();
        assertThat(exchange.asked).containsExactly("+4917099");
        assertThat(exchange.journal.last().callerName()).isEmpty();
    }

    @Test
    void aNameThatIsTooLongForAPhoneIsShortened() {
        exchange.names.put(KARL, "x".repeat(200));
        comes(KARL).hangsUp();
        assertThat(exchange.journal.last().callerName()).hasSize(128);
    }

    @Test
    void theNameIsToldOnceItIsFound() {
        var names = names(waiting::add);
        var found = new ArrayDeque<Who>();
        names.find(exchange.portal, Who.outside(new Party(KARL, ""), "carrier"), found::add, late::add);
        assertThat(found).isEmpty();
        waiting.remove().run();
        assertThat(found).extracting(who -> who.party().name()).containsExactly("Karl Kunde");
        assertThat(exchange.timers.waiting()).isZero();
    }

    @Test
    void aSlowAddressBookHoldsNobodyUp() {
        var names = names(waiting::add);
        var found = new ArrayDeque<Who>();
        names.find(exchange.portal, Who.outside(new Party(KARL, "By trunk"), "carrier"), found::add, late::add);
        exchange.pass(1);
        assertThat(found).extracting(who -> who.party().name()).containsExactly("By trunk");
        waiting.remove().run();
        assertThat(found).hasSize(1);
        assertThat(late).extracting(who -> who.party().name()).containsExactly("Karl Kunde");
    }

    @Test
    void whereNothingMoreCanWaitTheCallGoesOn() {
        var names = names(task -> {
            throw new RejectedExecutionException("full");
        });
        var found = new ArrayDeque<Who>();
        names.find(exchange.portal, Who.outside(new Party(KARL, ""), "carrier"), found::add, late::add);
        assertThat(found).hasSize(1);
    }

    @Test
    void anAddressBookThatFailsStopsNoCall() {
        var names = new CallerNames(
                new Names() {
                    @Override
                    public boolean areThere() {
                        return true;
                    }

                    @Override
                    public Optional<String> of(PortalId portal, String number) {
                        throw new IllegalStateException("The database is away");
                    }
                },
                Runnable::run,
                exchange.timers);
        var found = new ArrayDeque<Who>();
        names.find(exchange.portal, Who.outside(new Party(KARL, ""), "carrier"), found::add, late::add);
        assertThat(found).extracting(who -> who.party().number()).containsExactly(KARL);
    }

    private CallerNames names(Executor workers) {
        return new CallerNames(
                new Names() {
                    @Override
                    public boolean areThere() {
                        return true;
                    }

                    @Override
                    public Optional<String> of(PortalId portal, String number) {
                        return Optional.of("Karl Kunde");
                    }
                },
                workers,
                exchange.timers);
    }
}
