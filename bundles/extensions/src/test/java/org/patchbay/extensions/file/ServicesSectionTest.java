package org.patchbay.extensions.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.api.extensions.TimeRow;
import org.patchbay.extensions.World;
import org.patchbay.extensions.file.ServicesText.AssistantText;
import org.patchbay.extensions.file.ServicesText.FollowText;
import org.patchbay.extensions.file.ServicesText.SecretaryText;
import org.patchbay.extensions.file.ServicesText.ServiceText;

final class ServicesSectionTest {

    private final World world = new World();
    private final Extension boss = world.extension("100");
    private final Extension other = world.extension("101");
    private final ServicesSection section =
            new ServicesSection(world.one.switchboard, world.one.services, world.departments());

    @AfterEach
    void close() {
        world.close();
    }

    private static ServiceText service(String secretary) {
        var hours = new TimeRow("08:00", "17:00", Set.of(DayOfWeek.MONDAY), Set.of(), Set.of());
        return new ServiceText(
                "100",
                Optional.of(new FollowText(
                        true, 10, List.of("+493012345"), true, 25, Optional.of("VOICEMAIL 100"), true, true, false)),
                Optional.of(new SecretaryText(true, Optional.of(secretary), List.of("+4930777"))),
                Optional.of(new AssistantText(
                        true, Map.of("1", "EXTENSION 101", "2", "OUTSIDE +491711234567"), 5, 2, Optional.empty())),
                List.of(new TimeGroup("Mondays", List.of(hours))),
                Map.of("ASSISTANT", "Mondays"),
                false,
                true,
                Optional.of("fr"),
                Optional.of("Europe/Paris"));
    }

    @Test
    void makesItSoAndChangesNothingTheSecondTime() {
        var wanted = new ServicesText(List.of(service("101")));
        section.apply(world.acme, wanted, world.admin);
        assertThat(section.read(world.acme)).isEqualTo(wanted);
        var kept = world.one.extensions.services(world.acme, boss.id());
        assertThat(kept.secretary().extension()).contains(other.id());
        int entries = world.audit.actions(world.acme).size();
        section.apply(world.acme, wanted, world.admin);
        section.prune(world.acme, wanted, world.admin);
        assertThat(world.audit.actions(world.acme)).hasSize(entries);
        assertThat(section.read(world.bolt).extensions()).isEmpty();
    }

    @Test
    void whatIsNotInItIsTheStandardAndWhatIsOfTheMomentStays() {
        section.apply(world.acme, new ServicesText(List.of(service("101"))), world.admin);
        world.one.extensions.serve(world.acme, boss.id(), services -> services.wakeUp(Optional.of(1_800_000_000L)));
        var none = new ServicesText(List.of());
        section.apply(world.acme, none, world.admin);
        section.prune(world.acme, none, world.admin);
        assertThat(section.read(world.acme)).isEqualTo(none);
        var kept = world.one.extensions.services(world.acme, boss.id());
        assertThat(kept.assistant()).isEmpty();
        assertThat(kept.language()).isEmpty();
        assertThat(kept.zone()).isEmpty();
        assertThat(kept.wakeUp()).contains(1_800_000_000L);
    }

    @Test
    void saysWhereTheFileIsAtFault() {
        assertThatThrownBy(() -> section.apply(world.acme, new ServicesText(List.of(service("199"))), world.admin))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/extensions/0/secretary/extension"));
        assertThatThrownBy(() -> section.apply(
                        world.acme, new ServicesText(List.of(service("101"), service("101"))), world.admin))
                .isInstanceOf(PatchbayException.class);
    }
}
