package org.patchbay.calls.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.Foresight;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.extensions.Secretary;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.api.extensions.TimeRow;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.Opening;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.calls.call.Exchange;
import org.patchbay.testing.signalling.FakeLeg;

/** Calls that are thought of take the way that real ones take. */
final class CourseTest {

    /** What a world is like: a name, and what makes it so. */
    private record Setting(String name, java.util.function.Consumer<Exchange> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Setting as(String name, java.util.function.Consumer<Exchange> make) {
        return new Setting(name, make);
    }

    private static void forward(Exchange world, Forwards.Case when, Destination to) {
        world.phones.forward(world.portal, "ext-101", when, Optional.of(to));
    }

    private static final Destination OUTSIDE = new Destination(Destination.Kind.OUTSIDE, "+4940123456");

    private static void serve(Exchange world, UnaryOperator<PhoneServices> change) {
        world.phones.serve(world.portal, "ext-101", change);
    }

    private static FollowMe follow(boolean oneByOne, int first) {
        return new FollowMe(
                true,
                first,
                List.of("102", "0401234567", "999"),
                oneByOne,
                10,
                Optional.of(Exchange.to("103")),
                true,
                true,
                false);
    }

    private static Secretary secretary(List<String> passing) {
        return new Secretary(true, Optional.of("ext-103"), passing);
    }

    private static TimeGroup hours(String from, String to) {
        return new TimeGroup("Hours", List.of(new TimeRow(from, to, Set.of(), Set.of(), Set.of())));
    }

    private static List<Setting> settings() {
        return List.of(
                as("as it is", world -> {}),
                as("do not disturb", world -> world.phones.doNotDisturb(world.portal, "ext-101", true)),
                as("forwarded always", world -> forward(world, Forwards.Case.ALWAYS, Exchange.to("102"))),
                as("forwarded outside", world -> forward(world, Forwards.Case.ALWAYS, OUTSIDE)),
                as("forwarded without answer", world -> forward(world, Forwards.Case.NO_ANSWER, Exchange.to("102"))),
                as("unregistered", world -> world.signalling.forget(world.portal, "phone-101")),
                as("unregistered and forwarded", world -> {
                    world.signalling.forget(world.portal, "phone-101");
                    forward(world, Forwards.Case.UNAVAILABLE, Exchange.to("103"));
                }),
                as("forwarded in a circle", world -> {
                    forward(world, Forwards.Case.ALWAYS, Exchange.to("102"));
                    world.phones.forward(
                            world.portal, "ext-102", Forwards.Case.ALWAYS, Optional.of(Exchange.to("101")));
                }),
                as("follow me", world -> serve(world, one -> one.followMe(follow(false, 10)))),
                as("follow me at once, one by one", world -> serve(world, one -> one.followMe(follow(true, 0)))),
                as("follow me, unregistered", world -> {
                    world.signalling.forget(world.portal, "phone-101");
                    serve(world, one -> one.followMe(follow(true, 10)));
                }),
                as("a secretary", world -> serve(world, one -> one.secretary(secretary(List.of())))),
                as("a secretary, who lets pass", world -> {
                    forward(world, Forwards.Case.NO_ANSWER, OUTSIDE);
                    serve(world, one -> one.secretary(secretary(List.of("100", "+4989777"))));
                }),
                as("a secretary, who sends back", world -> {
                    world.phones.forward(
                            world.portal, "ext-103", Forwards.Case.NO_ANSWER, Optional.of(Exchange.to("101")));
                    serve(world, one -> one.secretary(secretary(List.of())));
                }),
                as(
                        "do not disturb by the clock",
                        world -> serve(
                                world,
                                one -> one.times(
                                        List.of(hours("10:00", "12:00")), Map.of(Diversion.DO_NOT_DISTURB, "Hours")))),
                as("forwarded at another time", world -> {
                    forward(world, Forwards.Case.ALWAYS, Exchange.to("102"));
                    serve(world, one -> one.times(List.of(hours("12:00", "13:00")), Map.of(Diversion.ALWAYS, "Hours")));
                }),
                as("closed", world -> world.opening = new Opening(false, "holiday", Map.of("name", "Easter"))),
                as("trunk down", world -> world.signalling.trunk(world.portal, "carrier", TrunkState.DOWN)),
                as("limit reached", world -> world.limit = Optional.of("minutes")));
    }

    private static List<String> numbers() {
        return List.of("101", "200", "201", "300", "0401234567", "112", "999", "09001234567", "030555", "by trunk");
    }

    static Stream<Arguments> cases() {
        return settings().stream().flatMap(setting -> numbers().stream().map(to -> Arguments.of(setting, to)));
    }

    private static Exchange world(Setting setting) {
        var world = new Exchange();
        world.phones.put(
                world.portal,
                new RingGroup(
                        "g",
                        "200",
                        "Sales",
                        world.department,
                        RingStrategy.ONE_BY_ONE,
                        List.of("ext-101", "ext-102"),
                        10,
                        Exchange.to("103"),
                        1));
        world.phones.put(
                world.portal,
                new RingGroup(
                        "all",
                        "201",
                        "All",
                        world.department,
                        RingStrategy.ALL,
                        List.of("ext-101", "ext-102"),
                        10,
                        Destination.HANG_UP,
                        1));
        world.phones.put(
                world.portal,
                new VoiceMenu(
                        "m",
                        "300",
                        "Menu",
                        world.department,
                        "welcome",
                        Map.of("1", Exchange.to("101")),
                        false,
                        5,
                        2,
                        Exchange.to("102"),
                        Destination.HANG_UP,
                        1));
        world.inbound("+4930555", Exchange.to("101"), Optional.of(Exchange.to("103")));
        setting.make().accept(world);
        return world;
    }

    @ParameterizedTest(name = "{0}, to {1}")
    @MethodSource("cases")
    void goesTheSameWayThoughtOfAndReal(Setting setting, String to) {
        Exchange world = world(setting);
        boolean trunk = to.equals("by trunk");
        Who caller = trunk
                ? Who.outside(new Party("+4989777", ""), "carrier")
                : Who.at(world.phones.find(world.portal, "ext-100").orElseThrow());
        String called = trunk ? "030555" : to;
        Foresight thought = new Oracle(world.book, world.board.hub().facts(), world.board.obstacles())
                .foresee(new Inquiry(world.portal, caller, called, world.clock.instant()));
        if (trunk) {
            world.signalling.callByTrunk(
                    world.board, world.portal, "carrier", "+4989777", called, Optional.of(Exchange.SDP));
        } else {
            world.call("100", called);
        }
        CallRecord real = untilItEnds(world);
        assertThat(real.path().stream().map(CallStep::decision)).containsExactlyElementsOf(thought.path());
        assertThat(List.of(CallResult.FAILED, real.result())).contains(thought.result());
        world.requireQuiet();
    }

    /** Nobody answers, nobody presses a key. */
    private static CallRecord untilItEnds(Exchange world) {
        for (int i = 0; i < 40 && world.journal.records().isEmpty(); i++) {
            world.media.open().stream()
                    .filter(port -> !port.playing().isEmpty())
                    .findFirst()
                    .ifPresent(port -> port.finishes());
            world.pass(20);
        }
        assertThat(world.journal.records()).hasSize(1);
        return world.journal.last();
    }

    @Test
    void eachDecisionSaysWhy() {
        var world = world(as("", one -> forward(one, Forwards.Case.NO_ANSWER, OUTSIDE)));
        world.call("100", "101");
        world.pass(20);
        FakeLeg outside = world.signalling.last("carrier");
        assertThat(outside.invitation().caller().number()).isEqualTo("+4930555");
        outside.answers(Exchange.SDP);
        assertThat(OwnNumbers.plain(world.only().live().path().stream()
                        .map(CallStep::decision)
                        .toList()))
                .containsExactly(
                        Decision.of("caller", "extension", "extension", "100"),
                        Decision.of("number", "internal", "number", "101"),
                        Decision.of("destination", "extension", "extension", "101"),
                        Decision.of("devices", "ring", "extension", "101"),
                        Decision.of("outcome", "no-answer"),
                        Decision.of("forward", "no_answer", "extension", "101"),
                        Decision.of("destination", "outside", "number", "+4940123456"),
                        Decision.of("limits", "within"),
                        Decision.of("trunk", "chosen", "trunk", "carrier"));
    }

    @Test
    void aTrunkThatFailsIsFollowedByTheNext() {
        var world = new Exchange();
        world.phones.put(world.portal, world.trunk("second", 2));
        FakeLeg caller = world.call("100", "0401234567");
        world.signalling.last("carrier").refuses(503, "Full");
        FakeLeg other = world.signalling.last("second");
        assertThat(other.target().toString()).contains("0049401234567");
        other.answers(Exchange.SDP);
        assertThat(caller.talking()).isTrue();
        assertThat(world.journal.lines()).containsSubsequence("trunk broke", "trunk next");
    }

    @Test
    void whereEveryTrunkFailsThePathSaysWhyAndTheCallerWhatIsWrong() {
        var world = new Exchange();
        world.phones.put(world.portal, world.trunk("second", 2));
        world.phones.put(world.portal, world.trunk("third", 3));
        FakeLeg caller = world.call("100", "0401234567");
        world.signalling.last("carrier").refuses(503, "Full");
        world.signalling.last("second").refuses(403, "Pay first");
        world.signalling.last("third").refuses(408, "No answer");
        assertThat(world.port(caller).playing().toString()).contains("no-network");
        world.port(caller).finishes();
        assertThat(caller.end().orElseThrow().status()).isEqualTo(503);
        assertThat(caller.end().orElseThrow().reason()).isEqualTo("no-network");
        assertThat(world.journal.last().result()).isEqualTo(CallResult.FAILED);
        assertThat(world.journal.last().path().stream().map(CallStep::decision))
                .containsSubsequence(
                        new Decision("trunk", "broke", Map.of("trunk", "carrier", "why", "503 Full")),
                        Decision.of("trunk", "next", "trunk", "second"),
                        new Decision("trunk", "refused", Map.of("trunk", "second", "why", "403 Pay first")),
                        Decision.of("trunk", "next", "trunk", "third"),
                        new Decision("trunk", "silent", Map.of("trunk", "third", "why", "408 No answer")),
                        Decision.of("outcome", "no-network"));
    }

    @ParameterizedTest
    @CsvSource({
        "busy, 486, BUSY",
        "declined, 603, REFUSED",
        "unavailable, 480, MISSED",
        "not-found, 404, FAILED",
        "known as a nuisance, 603, REFUSED"
    })
    void aScriptRefusesAsItsReasonSays(String reason, int status, CallResult result) {
        var world = world(as("", one -> {}));
        world.verdict = Optional.of(new Verdict.Reject("doorman", reason));
        FakeLeg outside = world.signalling.callByTrunk(
                world.board, world.portal, "carrier", "089777777", "+4930555", Optional.of(Exchange.SDP));
        assertThat(outside.end().orElseThrow().status()).isEqualTo(status);
        assertThat(world.journal.last().result()).isEqualTo(result);
        assertThat(world.journal.last().path().stream().map(CallStep::decision))
                .contains(new Decision("script", "rejected", Map.of("script", "doorman", "why", reason)));
    }

    @Test
    void aCallerOutsideIsKnownByTheWholeNumber() {
        var world = world(as("", one -> {}));
        world.signalling.callByTrunk(
                world.board, world.portal, "carrier", "089777777", "+4930555", Optional.of(Exchange.SDP));
        FakeLeg called = world.signalling.last("phone-101");
        assertThat(called.invitation().caller().number()).isEqualTo("+4989777777");
        assertThat(called.invitation().ring()).isEqualTo(org.patchbay.api.signalling.Invitation.Ring.EXTERNAL);
    }

    @Test
    void aNumberThatIsBusyIsNotTriedByAnotherTrunk() {
        var world = new Exchange();
        world.phones.put(world.portal, world.trunk("second", 2));
        FakeLeg caller = world.call("100", "0401234567");
        world.signalling.last("carrier").refuses(486, "Busy");
        assertThat(caller.end().orElseThrow().status()).isEqualTo(486);
        assertThat(world.signalling.invited()).hasSize(1);
    }

    @Test
    void rulesLimitsAndCountriesForbid() {
        var world = new Exchange();
        Extension inside = world.extension("100");
        world.phones.put(
                world.portal,
                new Extension(
                        inside.id(),
                        inside.number(),
                        inside.name(),
                        inside.person(),
                        inside.department(),
                        20,
                        2,
                        Optional.empty(),
                        false,
                        false,
                        Forwards.NONE,
                        inside.recording(),
                        false,
                        1));
        assertThat(world.call("100", "0401234567").end().orElseThrow().status()).isEqualTo(403);
        FakeLeg emergency = world.call("100", "112");
        assertThat(emergency.over()).isFalse();
        emergency.hangsUp();

        world.phones.put(
                world.portal,
                new CallSettings(
                        "DE",
                        "30",
                        "",
                        Map.of(),
                        List.of(),
                        60,
                        false,
                        new CallLimits(
                                Optional.of(1),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of("DE"),
                                false,
                                Optional.empty()),
                        1));
        assertThat(world.call("101", "0044207123456").end().orElseThrow().status())
                .isEqualTo(403);
        assertThat(world.call("101", "09001234567").end().orElseThrow().status())
                .isEqualTo(403);
        world.phones.put(
                world.portal,
                new OutboundRule("none", "None", world.department, 1, List.of("+4940"), Set.of(), List.of(), 1));
        assertThat(world.call("101", "0401234567").end().orElseThrow().status()).isEqualTo(403);
        assertThat(world.journal.records().stream()
                        .flatMap(record -> record.path().stream())
                        .map(step -> step.decision().reason()))
                .contains("not-outside", "country", "premium", "no-rule");
    }

    /** It costs nothing, and works without a line. */
    @Test
    void whoDialsOrForwardsToANumberOfThePortalStaysWithin() {
        var world = new Exchange();
        world.inbound("+4930555", Exchange.to("103"), Optional.of(Exchange.to("102")));
        world.call("100", "030555");
        assertThat(world.signalling.last("phone-103").end()).isEmpty();
        world.signalling.last("phone-103").answers(Exchange.SDP);

        world.opening = new Opening(false, "holiday", Map.of("name", "Easter"));
        forward(world, Forwards.Case.ALWAYS, new Destination(Destination.Kind.OUTSIDE, "+4930555"));
        world.call("102", "101");
        assertThat(world.signalling.last("phone-102").end())
                .as("the closed office")
                .isEmpty();
    }

    @Test
    void agentsAreAskedOneAfterTheOther() {
        var world = new Exchange();
        List<String> agents = new ArrayList<>(List.of("ext-101", "ext-102"));
        world.phones.put(
                world.portal,
                new CallQueue(
                        "q",
                        "400",
                        "Help",
                        world.department,
                        RingStrategy.ONE_BY_ONE,
                        agents,
                        10,
                        30,
                        2,
                        60,
                        Optional.empty(),
                        Optional.of(15),
                        true,
                        Exchange.to("103"),
                        1));
        FakeLeg caller = world.call("100", "400");
        assertThat(caller.talking()).isTrue();
        assertThat(world.hearsMusic(caller)).isTrue();
        FakeLeg first = world.signalling.last("phone-101");
        world.pass(10);
        assertThat(first.over()).isTrue();
        FakeLeg second = world.signalling.last("phone-102");
        world.pass(5);
        assertThat(world.port(caller).playing().toString()).contains("queue-position", "digits=1");
        second.answers(Exchange.SDP);
        assertThat(world.hear(caller, second)).isTrue();
        caller.hangsUp();
        world.requireQuiet();

        world.pass(10);
        FakeLeg next = world.call("100", "400");
        assertThat(world.signalling.last("phone-101").over()).isFalse();
        world.signalling.last("phone-101").refuses(603, "No");
        assertThat(world.signalling.last("phone-102").over())
                .as("rests after the call before")
                .isTrue();
        world.pass(60);
        assertThat(world.signalling.last("phone-103").over()).isFalse();
        next.hangsUp();
        world.requireQuiet();
    }

    @Test
    void aMenuLeadsByKeys() {
        var world = world(as("", one -> {}));
        FakeLeg caller = world.call("100", "300");
        assertThat(caller.talking()).isTrue();
        world.port(caller).presses('1');
        world.signalling.last("phone-101").answers(Exchange.SDP);
        assertThat(world.hear(caller, world.signalling.last("phone-101"))).isTrue();
    }

    @Test
    void inAMenuTheHashEndsWhatIsDialled() {
        var world = new Exchange();
        world.phones.put(
                world.portal,
                new VoiceMenu(
                        "m",
                        "300",
                        "Menu",
                        world.department,
                        "welcome",
                        Map.of("1", Exchange.to("101"), "#", Exchange.to("103")),
                        true,
                        5,
                        2,
                        Exchange.to("102"),
                        Destination.HANG_UP,
                        1));
        for (var dialled : Map.of("1#", "phone-101", "102#", "phone-102").entrySet()) {
            FakeLeg caller = world.call("100", "300");
            dialled.getKey().chars().forEach(key -> world.port(caller).presses((char) key));
            assertThat(world.signalling.last(dialled.getValue()).over())
                    .as(dialled.getKey())
                    .isFalse();
            caller.hangsUp();
        }
        FakeLeg caller = world.call("100", "300");
        world.port(caller).presses('#');
        world.pass(2);
        assertThat(world.signalling.last("phone-103").over())
                .as("a key of the menu")
                .isFalse();
        caller.hangsUp();
        world.requireQuiet();
    }
}
