package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.api.extensions.TimeRow;
import org.patchbay.calls.plan.Inquiry;
import org.patchbay.calls.plan.Oracle;
import org.patchbay.calls.plan.Who;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.signalling.FakeLeg;

/** Callers reach applications by codes, as destinations and where somebody does not answer. */
final class ApplicationTest {

    private final Exchange world = new Exchange();
    private final Desk desk = new Desk();

    /** An application that does what its caller's keys say. */
    private static final class Desk implements CallApplication {

        private final List<String> heard = new ArrayList<>();
        private final List<ApplicationCall> calls = new ArrayList<>();
        private boolean takes = true;

        @Override
        public String name() {
            return "desk";
        }

        @Override
        public boolean takes(PortalId portal, Wanted wanted) {
            boolean code = wanted instanceof Wanted.Code asked && asked.code() == FeatureCode.LEAVE_MESSAGE;
            boolean box = wanted instanceof Wanted.Place place
                    && place.destination().kind() == Destination.Kind.VOICEMAIL
                    && place.destination().value().equals("ext-101");
            boolean assistant =
                    wanted instanceof Wanted.Assistant asked && asked.of().id().equals("ext-101");
            return takes && (code || box || assistant);
        }

        @Override
        public ApplicationListener begin(ApplicationCall call) {
            calls.add(call);
            call.answer(false);
            call.note("listens", Map.of());
            return new ApplicationListener() {
                @Override
                public void pressed(char key) {
                    heard.add("" + key);
                    switch (key) {
                        case '1' -> call.transfer(Exchange.to("102"));
                        case '2' -> call.hangUp();
                        case '3' -> throw new IllegalStateException("What is asked for cannot be done");
                        case '4' -> call.work(() -> "worked", heard::add);
                        case '5' -> call.after(Duration.ofSeconds(5), () -> heard.add("late"));
                        case '6' -> {
                            call.after(Duration.ofSeconds(60), () -> heard.add("long enough"));
                            look();
                        }
                        default -> call.answer(true);
                    }
                }

                private void look() {
                    call.after(Duration.ofSeconds(1), this::look);
                }

                @Override
                public void over() {
                    heard.add("over");
                }
            };
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(10);
        }
    }

    @BeforeEach
    void isThere() {
        world.applications.add(desk);
    }

    private List<String> path() {
        return world.journal.last().path().stream()
                .map(step -> step.decision().step() + " " + step.decision().reason())
                .toList();
    }

    @Test
    void takesWhatACodeSays() {
        FakeLeg caller = world.call("100", "*95101");

        assertThat(caller.talking()).isTrue();
        assertThat(desk.calls.get(0).wanted())
                .isInstanceOfSatisfying(
                        Wanted.Code.class, code -> assertThat(code.argument()).isEqualTo("101"));
        assertThat(world.only().live().at()).contains(new CallDestination("desk", "101", "Somebody at 101"));
        world.pass(9);
        caller.hangsUp();
        assertThat(desk.heard).containsExactly("over");
        assertThat(path()).contains("application begins", "desk listens");
        CallRecord record = world.journal.last();
        assertThat(record.result()).isEqualTo(CallResult.ATTENDED);
        assertThat(Duration.between(record.answered().orElseThrow(), record.ended()))
                .hasSeconds(9);
        world.requireQuiet();
    }

    @Test
    void takesACallThatIsNotAnsweredAndSaysWhy() {
        FakeLeg caller = world.call("100", "101");
        world.signalling.last("phone-101").rings();
        world.pass(21);

        assertThat(caller.talking()).isTrue();
        assertThat(world.only().live().at()).contains(new CallDestination("desk", "101", "Somebody at 101"));
        assertThat(desk.calls.get(0).wanted())
                .isEqualTo(new Wanted.Place(
                        new Destination(Destination.Kind.VOICEMAIL, "ext-101"), Optional.of(Forwards.Case.NO_ANSWER)));
        world.port(caller).presses('0');
        caller.hangsUp();
        assertThat(world.journal.last().result()).isEqualTo(CallResult.ANSWERED);
        world.requireQuiet();
    }

    private void assistant(boolean on) {
        var menu = new Assistant(on, Map.of("1", Exchange.to("102")), 5, 2, Optional.empty());
        world.phones.serve(world.portal, "ext-101", services -> services.assistant(Optional.of(menu)));
    }

    private Wanted wantedWithoutAnswer() {
        FakeLeg caller = world.call("100", "101");
        world.signalling.last("phone-101").rings();
        world.pass(21);
        assertThat(caller.talking()).isTrue();
        Wanted wanted = desk.calls.get(desk.calls.size() - 1).wanted();
        caller.hangsUp();
        world.requireQuiet();
        return wanted;
    }

    @Test
    @Tag("S4.34")
    void anAssistantIsAskedBeforeTheMailbox() {
        assistant(false);
        assertThat(wantedWithoutAnswer()).isInstanceOf(Wanted.Place.class);
        assistant(true);
        assertThat(wantedWithoutAnswer())
                .isInstanceOfSatisfying(
                        Wanted.Assistant.class, asked -> assertThat(asked.why()).isEqualTo(Forwards.Case.NO_ANSWER));
        world.phones.serve(
                world.portal,
                "ext-101",
                services -> services.times(
                        List.of(new TimeGroup(
                                "Never", List.of(new TimeRow("00:00", "24:00", Set.of(), Set.of(31), Set.of(2))))),
                        Map.of(Diversion.ASSISTANT, "Never")));
        assertThat(wantedWithoutAnswer()).as("at another time").isInstanceOf(Wanted.Place.class);
    }

    @Test
    @Tag("S4.34")
    void anAssistantSendsTheCallerOn() {
        assistant(true);
        world.signalling.forget(world.portal, "phone-101");
        FakeLeg caller = world.call("100", "101");
        world.port(caller).presses('1');
        FakeLeg called = world.signalling.last("phone-102");
        called.answers(Exchange.SDP);
        assertThat(world.hear(caller, called)).isTrue();
        caller.hangsUp();
        assertThat(path()).contains("devices none", "application begins", "destination extension");
        world.requireQuiet();
    }

    @Test
    void sendsTheCallerOn() {
        FakeLeg caller = world.call("100", "*95101");
        world.port(caller).presses('1');
        FakeLeg called = world.signalling.last("phone-102");
        called.answers(Exchange.SDP);

        assertThat(world.hear(caller, called)).isTrue();
        assertThat(desk.heard).containsExactly("1", "over");
        assertThat(world.only().live().at()).as("with a person").isEmpty();
        caller.hangsUp();
        world.requireQuiet();
    }

    @Test
    void hangsUpByItselfAndAfterTooLong() {
        FakeLeg first = world.call("100", "*95101");
        world.port(first).presses('2');
        assertThat(first.over()).isTrue();

        FakeLeg second = world.call("100", "*95101");
        world.pass(601);
        assertThat(second.over()).isTrue();
        assertThat(path()).contains("desk too-long");
        world.requireQuiet();
    }

    @Test
    void worksElsewhereAndLater() {
        FakeLeg caller = world.call("100", "*95101");
        world.port(caller).presses('4');
        world.port(caller).presses('5');
        world.pass(5);
        assertThat(desk.heard).containsExactly("4", "worked", "5", "late");
        caller.hangsUp();
        world.requireQuiet();
    }

    @Test
    void aLongTimeEndsThoughOthersEndEverySecond() {
        FakeLeg caller = world.call("100", "*95101");
        world.port(caller).presses('6');
        world.pass(61);
        assertThat(desk.heard).containsExactly("6", "long enough");
        caller.hangsUp();
        world.requireQuiet();
    }

    @Test
    void theCallGoesOnWithoutOneThatFails() {
        FakeLeg caller = world.call("100", "*95101");
        world.port(caller).presses('3');
        world.pass(10);

        assertThat(caller.over()).isTrue();
        assertThat(desk.heard).containsExactly("3", "over");
        assertThat(path()).contains("application failed");
        world.requireQuiet();
    }

    @Test
    void withoutOneCodesAndDestinationsAreRefused() {
        desk.takes = false;
        FakeLeg caller = world.call("100", "*95101");
        world.port(caller).finishes();
        assertThat(caller.end().orElseThrow().status()).isEqualTo(501);
        world.inbound("+4930555", new Destination(Destination.Kind.VOICEMAIL, "ext-101"), Optional.empty());
        FakeLeg outside = world.signalling.callByTrunk(
                world.board, world.portal, "carrier", "+4989777", "030555", Optional.of(Exchange.SDP));
        assertThat(outside.end().orElseThrow().status()).isEqualTo(480);
        assertThat(path()).endsWith("destination no-mailbox");
        assertThat(world.journal.last().result()).isEqualTo(CallResult.MISSED);
        world.requireQuiet();
    }

    @Test
    void aForecastNamesIt() {
        world.signalling.forget(world.portal, "phone-101");
        var foresight = new Oracle(world.book, world.board.hub().facts(), world.board.obstacles())
                .foresee(new Inquiry(
                        world.portal,
                        Who.at(world.phones.find(world.portal, "ext-100").orElseThrow()),
                        "101",
                        world.clock.instant()));

        assertThat(foresight.path())
                .anySatisfy(step -> assertThat(step.params()).containsEntry("name", "desk"));
        assertThat(foresight.application()).contains("desk");
        assertThat(foresight.result()).isEqualTo(CallResult.ATTENDED);

        // As the record of a real one says that leaves a message.
        FakeLeg caller = world.call("100", "101");
        world.port(caller).presses('2');
        assertThat(world.journal.last().result()).isEqualTo(foresight.result());
    }
}
