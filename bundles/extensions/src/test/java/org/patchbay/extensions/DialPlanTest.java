package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.extensions.thing.Kinds;

class DialPlanTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Dialled understand(String digits) {
        return world.one.plan.understand(world.acme, digits);
    }

    private void settings(String prefix, Map<FeatureCode, String> codes) {
        world.one.switchboard.changeSettings(
                world.acme,
                world.one.plan.settings(world.acme).version(),
                version -> new CallSettings(
                        "DE", "30", prefix, codes, List.of("701"), 60, true, CallLimits.STANDARD, version),
                world.admin);
    }

    @Test
    void understandsWhatIsDialled() {
        Extension desk = world.extension("100");
        var group = world.group("200", List.of(desk.id()), Destination.HANG_UP);

        assertThat(world.one.plan.settings(world.acme).country()).isEqualTo("DE");
        assertThat(understand("100")).isEqualTo(new Dialled.Internal(World.to(desk)));
        assertThat(understand("200"))
                .isEqualTo(new Dialled.Internal(new Destination(Destination.Kind.RING_GROUP, group.id())));
        assertThat(understand("701")).isEqualTo(new Dialled.Parked("701"));
        assertThat(understand("112")).isEqualTo(new Dialled.Emergency("112"));
        assertThat(understand("030 / 90 18 20")).isEqualTo(new Dialled.Outside("+4930901820", "DE", false));
        assertThat(understand("0044 20 7946 0000")).isEqualTo(new Dialled.Outside("+442079460000", "GB", false));
        assertThat(understand("+49 900 1234567")).isEqualTo(new Dialled.Outside("+499001234567", "DE", true));
        assertThat(understand("*97")).isEqualTo(new Dialled.Feature(FeatureCode.VOICEMAIL, ""));
        assertThat(understand("*82100")).isEqualTo(new Dialled.Feature(FeatureCode.PAGE, "100"));
        assertThat(understand("*8")).isEqualTo(new Dialled.Feature(FeatureCode.PICK_UP_GROUP, ""));
        assertThat(understand("*7203090")).isEqualTo(new Dialled.Feature(FeatureCode.FORWARD_ALWAYS, "03090"));
        assertThat(understand("*72")).isEqualTo(new Dialled.Feature(FeatureCode.FORWARD_ALWAYS, ""));
        assertThat(understand("*82")).isEqualTo(new Dialled.Unknown());
        assertThat(understand("*999")).isEqualTo(new Dialled.Unknown());
        assertThat(understand("")).isEqualTo(new Dialled.Unknown());
        assertThat(understand("anna")).isEqualTo(new Dialled.Unknown());
        assertThat(understand("1".repeat(500))).isEqualTo(new Dialled.Unknown());
        assertThat(world.one.plan.understand(world.bolt, "100")).isEqualTo(new Dialled.Unknown());
    }

    /** Carriers leave out what is too much. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "09001234567",
                "090012345678901",
                "+4990012345671234",
                "0900123456",
                "090012345",
                "0180512345678",
                "+19005551234",
                "+44 909 879 0000",
            })
    void aNumberAtAHigherRateStaysOneWithADigitTooManyOrTooFew(String digits) {
        assertThat(understand(digits))
                .isInstanceOfSatisfying(Dialled.Outside.class, outside -> assertThat(outside.premium())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0401234567", "040123456789012", "015112345678", "0800123456789", "+4420794600001", "+3312"})
    void othersWithADigitTooManyAreNone(String digits) {
        if (understand(digits) instanceof Dialled.Outside outside) {
            assertThat(outside.premium()).as(digits).isFalse();
        }
    }

    @Test
    void whatIsAsShortAsAnInternalNumberStaysInside() {
        settings("", Map.of());
        assertThat(understand("201")).isEqualTo(new Dialled.Outside("+4930201", "DE", false));
        world.extension("100");
        assertThat(understand("201")).isEqualTo(new Dialled.Unknown());
        assertThat(understand("112")).isEqualTo(new Dialled.Emergency("112"));
        assertThat(understand("901820")).isEqualTo(new Dialled.Outside("+4930901820", "DE", false));
        world.extension("1234567");
        assertThat(understand("9018201")).isEqualTo(new Dialled.Outside("+49309018201", "DE", false));
    }

    @Test
    void takesThePrefixTheAreaAndTheCodesOfThePortal() {
        settings("0", Map.of(FeatureCode.PARK, "*1", FeatureCode.DICTATION, ""));

        assertThat(understand("0112")).isEqualTo(new Dialled.Emergency("112"));
        assertThat(understand("112")).isEqualTo(new Dialled.Emergency("112"));
        assertThat(understand("00301234567")).isEqualTo(new Dialled.Outside("+49301234567", "DE", false));
        assertThat(understand("0901820")).isEqualTo(new Dialled.Outside("+4930901820", "DE", false));
        assertThat(understand("901820")).isEqualTo(new Dialled.Unknown());
        assertThat(understand("+49301234567")).isInstanceOf(Dialled.Outside.class);
        assertThat(understand("*1")).isEqualTo(new Dialled.Feature(FeatureCode.PARK, ""));
        assertThat(understand("*93")).isEqualTo(new Dialled.Unknown());
    }

    @Test
    @Tag("S3.08")
    void findsTheNumberThatWasCalled() {
        InboundNumber main = world.number(world.acme, "+493090182000", Destination.HANG_UP, world.admin);

        for (String called : List.of("+493090182000", "493090182000", "00493090182000", "03090182000")) {
            assertThat(world.one.plan.inbound(world.acme, called)).as(called).contains(main);
        }
        assertThat(world.one.plan.inbound(world.acme, "03090182001")).isEmpty();
        assertThat(world.one.plan.inbound(world.bolt, "+493090182000")).isEmpty();
    }

    @Test
    void choosesTrunksByTheFirstRuleThatFits() {
        Trunk second = world.trunk(world.acme, "Second", 20, "198.51.100.1", world.admin);
        Trunk first = world.trunk(world.acme, "First", 10, "198.51.100.2", world.admin);
        var here = DepartmentId.defaultOf(world.acme);
        assertThat(world.one.trunks.route(world.acme, "+442079460000", here)).containsExactly(first, second);

        rule("No premium", 5, List.of("+49900"), List.of());
        rule("Britain", 10, List.of("+44"), List.of(second.id()));

        assertThat(world.one.trunks.route(world.acme, "+442079460000", here)).containsExactly(second);
        assertThat(world.one.trunks.route(world.acme, "+499001234567", here)).isEmpty();
        assertThat(world.one.trunks.route(world.acme, "+4930901820", here)).containsExactly(first, second);
        assertThat(world.one.trunks.route(world.acme, "112", here)).containsExactly(first, second);
        assertThat(world.one.plan.dialled(world.acme, first, "+4930901820")).isEqualTo("030901820");
        assertThat(world.one.plan.dialled(world.acme, first, "+442079460000")).isEqualTo("00442079460000");
        assertThat(world.one.plan.dialled(world.acme, first, "112")).isEqualTo("112");
        assertThat(world.one.plan.shown(world.acme, first, "+4930901820")).isEqualTo("+4930901820");
    }

    private void rule(String name, int order, List<String> prefixes, List<String> trunks) {
        world.one.switchboard.create(
                world.acme,
                Kinds.RULE,
                id -> new OutboundRule(
                        id, name, DepartmentId.defaultOf(world.acme), order, prefixes, Set.of(), trunks, 1),
                Optional.empty(),
                world.admin);
    }
}
