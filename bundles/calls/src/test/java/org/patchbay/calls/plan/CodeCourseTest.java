package org.patchbay.calls.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.Foresight;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.Right;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.calls.call.Exchange;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.signalling.FakeLeg;

/** Codes that are thought of do what dialled ones do, whatever goes on and whatever one may. */
final class CodeCourseTest {

    private record Setting(String name, Consumer<Exchange> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<String> CODES = List.of(
            "*84101", "*85101", "*86101", "*84999", "*80101", "*80999", "*82200", "*82101", "*81101", "*81999", "*8",
            "*66", "*67", "*97", "*95101", "*93", "*90", "*94", "*72102", "*72999", "*72", "*62", "*622460", "*620700",
            "*78", "*73", "*45", "*92", "*43", "*60", "71", "72");

    private static List<Setting> settings() {
        return List.of(
                new Setting("nothing goes on, one may nothing", world -> {}),
                new Setting("nothing goes on, one may all", CodeCourseTest::mayAll),
                new Setting("two talk, one may nothing", world -> world.talk("103", "101")),
                new Setting("two talk, one may all", world -> {
                    mayAll(world);
                    world.talk("103", "101");
                }),
                new Setting("one rings, one may nothing", world -> world.call("103", "101")),
                new Setting("one rings, one may all", world -> {
                    mayAll(world);
                    world.call("103", "101");
                }),
                new Setting("one is parked, one may nothing", CodeCourseTest::park),
                new Setting("one is parked, one may all", world -> {
                    mayAll(world);
                    park(world);
                }),
                new Setting("somebody wants no calls", world -> {
                    mayAll(world);
                    world.phones.doNotDisturb(world.portal, "ext-101", true);
                }),
                new Setting("the own extension is locked", CodeCourseTest::lock),
                new Setting("somebody was busy", world -> {
                    world.talk("103", "101");
                    FakeLeg caller = world.call("100", "101");
                    world.signalling.last("phone-101").refuses(486, "Busy Here");
                    assertThat(caller.over()).isTrue();
                }));
    }

    private static void mayAll(Exchange world) {
        world.rights = EnumSet.allOf(Right.class);
    }

    private static void lock(Exchange world) {
        world.phones.put(
                world.portal,
                world.phones.find(world.portal, "ext-100").orElseThrow().locked(true));
    }

    private static void park(Exchange world) {
        world.talk("103", "101")[1].refers("*68", Optional.empty());
    }

    static Stream<Arguments> cases() {
        return settings().stream().flatMap(setting -> CODES.stream().map(code -> Arguments.of(setting, code)));
    }

    private static Exchange world(Setting setting) {
        var world = new Exchange();
        world.phones.put(
                world.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of("71", "72"), 60, false, CallLimits.STANDARD, 0));
        world.phones.put(
                world.portal,
                new RingGroup(
                        "g",
                        "200",
                        "Sales",
                        world.department,
                        RingStrategy.ALL,
                        List.of("ext-100", "ext-101", "ext-102"),
                        20,
                        Destination.HANG_UP,
                        1));
        setting.make().accept(world);
        return world;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void isForetoldAsItGoes(Setting setting, String code) {
        Exchange world = world(setting);
        int before = world.journal.records().size();
        Who caller = Who.at(world.phones.find(world.portal, "ext-100").orElseThrow());
        Foresight thought = new Oracle(world.book, world.board.hub().facts(), world.board.obstacles())
                .foresee(new Inquiry(world.portal, caller, code, world.clock.instant()));

        FakeLeg leg = world.call("100", code);
        if (thought.result() != CallResult.ANSWERED && !leg.over()) {
            world.port(leg).finishes();
        }
        boolean refused = leg.end().filter(end -> end.status() >= 400).isPresent();
        assertThat(refused).isEqualTo(thought.result() != CallResult.ANSWERED);
        if (refused) {
            assertThat(world.journal.records()).hasSize(before + 1);
            CallRecord real = world.journal.last();
            assertThat(path(real)).containsExactlyElementsOf(thought.path());
            assertThat(real.result()).isEqualTo(thought.result());
        }
        world.signalling.open().forEach(FakeLeg::hangsUp);
    }

    @Test
    void aLockedExtensionIsNotChangedAtItsPhone() {
        Exchange world = world(new Setting("", CodeCourseTest::lock));
        FakeLeg leg = world.call("100", "*78");
        assertThat(world.port(leg).playing()).containsExactly(new Prompt.Sentence("locked", "en"));
        world.port(leg).finishes();
        assertThat(leg.end().orElseThrow().status()).isEqualTo(403);
        assertThat(world.phones.find(world.portal, "ext-100").orElseThrow().doNotDisturb())
                .isFalse();
        world.requireQuiet();
    }

    @Test
    void anApplicationDoesNotChangeALockedExtension() {
        Exchange world = world(new Setting("", CodeCourseTest::lock));
        world.applications.add(new CallApplication() {
            @Override
            public String name() {
                return "assistant";
            }

            @Override
            public boolean takes(PortalId portal, Wanted wanted) {
                return true;
            }

            @Override
            public ApplicationListener begin(ApplicationCall call) {
                throw new AssertionError("It is locked");
            }
        });
        Who caller = Who.at(world.phones.find(world.portal, "ext-100").orElseThrow());
        Foresight thought = new Oracle(world.book, world.board.hub().facts(), world.board.obstacles())
                .foresee(new Inquiry(world.portal, caller, "*94", world.clock.instant()));
        assertThat(thought.application()).isEmpty();
        FakeLeg leg = world.call("100", "*94");
        assertThat(world.port(leg).playing()).containsExactly(new Prompt.Sentence("locked", "en"));
        world.port(leg).finishes();
        assertThat(leg.end().orElseThrow().status()).isEqualTo(403);
        assertThat(path(world.journal.last())).containsExactlyElementsOf(thought.path());
        world.requireQuiet();
    }

    private static List<Decision> path(CallRecord record) {
        return record.path().stream().map(CallStep::decision).toList();
    }
}
