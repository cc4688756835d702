package org.patchbay.extensions.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.extensions.World;
import org.patchbay.extensions.file.TelephoneText.ExtensionText;
import org.patchbay.extensions.file.TelephoneText.GroupText;
import org.patchbay.extensions.file.TelephoneText.NumberText;
import org.patchbay.extensions.file.TelephoneText.RoomText;

class TelephoneSectionTest {

    private final World world = new World();
    private final TelephoneSection section = new TelephoneSection(world.one.switchboard, world.departments());

    @AfterEach
    void close() {
        world.close();
    }

    private static MenuText menu(String number, String other) {
        return new MenuText(
                number,
                "Menu " + number,
                Optional.empty(),
                "welcome",
                Map.of("1", "MENU " + other, "2", "OUTSIDE +4930901820"),
                true,
                5,
                2,
                "HANG_UP",
                "RING_GROUP 200");
    }

    /** Two menus that lead to each other, which cannot be made one after the other. */
    private TelephoneText wanted() {
        TelephoneText now = section.read(world.acme);
        var desk = new ExtensionText(
                "100",
                "Desk",
                Optional.empty(),
                20,
                2,
                Optional.empty(),
                true,
                RecordingRule.NEVER,
                false,
                true,
                Optional.of(new Terms.ForwardsText(
                        Optional.empty(), Optional.of("MENU 300"), Optional.empty(), Optional.empty())));
        var group =
                new GroupText("200", "Sales", Optional.empty(), RingStrategy.ALL, List.of("100"), 20, "EXTENSION 100");
        return new TelephoneText(
                now.settings(),
                List.of(desk),
                List.of(new RoomText("400", "Round table", Optional.empty(), 10)),
                List.of(group),
                List.of(),
                List.of(menu("300", "301"), menu("301", "300")),
                List.of(new NumberText("+493090182000", "Main", Optional.empty(), "MENU 300", Optional.of("HANG_UP"))));
    }

    @Test
    void makesItSoAndChangesNothingTheSecondTime() {
        section.apply(world.acme, wanted(), world.admin);
        TelephoneText read = section.read(world.acme);

        assertThat(read).isEqualTo(wanted());
        int entries = world.audit.actions(world.acme).size();
        section.apply(world.acme, read, world.admin);
        section.prune(world.acme, read, world.admin);
        assertThat(world.audit.actions(world.acme)).hasSize(entries);
        assertThat(section.read(world.bolt).extensions()).isEmpty();
    }

    @Test
    void keepsWhatTheFileDoesNotSay() {
        var handed = world.one.desk.equip(world.acme, world.anna.person(), Optional.of("100"), "Laptop", world.admin);
        world.one.extensions.doNotDisturb(world.acme, handed.extension().id(), true);

        section.apply(world.acme, wanted(), world.admin);

        var kept =
                world.one.extensions.find(world.acme, handed.extension().id()).orElseThrow();
        assertThat(kept.person()).contains(world.anna.person());
        assertThat(kept.doNotDisturb()).isTrue();
        assertThat(kept.name()).isEqualTo("Desk");
        assertThat(world.one.extensions.devices(world.acme, kept.id())).hasSize(1);
    }

    @Test
    void removesWhatIsNoLongerWanted() {
        section.apply(world.acme, wanted(), world.admin);
        TelephoneText now = section.read(world.acme);
        var less = new TelephoneText(
                now.settings(), now.extensions(), List.of(), now.ringGroups(), now.queues(), now.menus(), List.of());

        section.apply(world.acme, less, world.admin);
        section.prune(world.acme, less, world.admin);

        assertThat(section.read(world.acme)).isEqualTo(less);
    }

    @Test
    void saysWhereTheFileIsAtFault() {
        TelephoneText sound = wanted();
        var wanted = new TelephoneText(
                sound.settings(),
                sound.extensions(),
                sound.conferenceRooms(),
                sound.ringGroups(),
                sound.queues(),
                List.of(menu("300", "301"), menu("301", "399")),
                sound.numbers());

        assertThatThrownBy(() -> section.apply(world.acme, wanted, world.admin))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/menus/1/keys/1"));
    }

    @Test
    void saysWhereADestinationLacksItsNumber() {
        TelephoneText sound = wanted();
        GroupText group = sound.ringGroups().get(0);
        for (String kind : List.of("OUTSIDE", "RING_GROUP ")) {
            var lacking = new GroupText(
                    group.number(),
                    group.name(),
                    group.department(),
                    group.strategy(),
                    group.members(),
                    group.seconds(),
                    kind);
            var wanted = new TelephoneText(
                    sound.settings(),
                    sound.extensions(),
                    sound.conferenceRooms(),
                    List.of(lacking),
                    sound.queues(),
                    sound.menus(),
                    sound.numbers());
            assertThatThrownBy(() -> section.apply(world.acme, wanted, world.admin))
                    .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                            .extracting(FieldError::pointer, FieldError::code)
                            .containsExactly(tuple("/ringGroups/0/otherwise", "field.missing")));
        }
    }

    @Test
    void trunksAndRulesComeAndGoWithoutTheirPasswords() {
        var trunks = new TrunksSection(world.one.switchboard, world.departments());
        var rule = new TrunksText.RuleText(
                "Britain", Optional.empty(), 5, List.of("+44"), List.of("Default"), List.of("First"));
        var made = world.trunk("First", 10, "198.51.100.1");
        var wanted = new TrunksText(trunks.read(world.acme).trunks(), List.of(rule));

        trunks.apply(world.acme, wanted, world.admin);

        assertThat(trunks.read(world.acme)).isEqualTo(wanted);
        assertThat(wanted.toString()).doesNotContain("carrier secret");
        assertThat(world.one.subscribers.trunks().get(0).password()).isEqualTo("carrier secret");
        assertThat(world.one.trunks.route(world.acme, "+442079460000", made.department()))
                .containsExactly(made);
        var none = new TrunksText(List.of(), List.of());
        trunks.apply(world.acme, none, world.admin);
        trunks.prune(world.acme, none, world.admin);
        assertThat(trunks.read(world.acme)).isEqualTo(none);
    }
}
