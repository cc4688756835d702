package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.extensions.thing.Kinds;

final class AnnouncementDeskTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private void bring(String name) {
        world.one.announcer.put(world.acme, name, new ByteArrayInputStream(new byte[8000]), world.admin);
    }

    private VoiceMenu menu(String prompt) {
        var end = Destination.HANG_UP;
        return world.one.switchboard.create(
                world.acme,
                Kinds.MENU,
                id -> new VoiceMenu(
                        id,
                        "300",
                        "Welcome",
                        DepartmentId.defaultOf(world.acme),
                        prompt,
                        Map.of(),
                        false,
                        5,
                        2,
                        end,
                        end,
                        1),
                Optional.empty(),
                world.admin);
    }

    @Test
    void aMenuSaysOnlyWhatThereIs() {
        assertThatThrownBy(() -> menu("summer"))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors()).singleElement().satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo("/prompt");
                            assertThat(error.code()).isEqualTo("announcement.unknown");
                        }));
        bring("summer");
        assertThat(menu("summer").prompt()).isEqualTo("summer");
    }

    @Test
    void whatAMenuSaysIsNotDeleted() {
        bring("summer");
        VoiceMenu menu = menu("summer");
        assertThat(world.one.announcer.list(world.acme)).singleElement().satisfies(one -> assertThat(one.by())
                .containsExactly("300 Welcome"));
        refused("announcement.in-use", () -> world.one.announcer.delete(world.acme, "summer", world.admin));
        world.one.switchboard.delete(world.acme, Kinds.MENU, menu.id(), world.admin);
        world.one.announcer.delete(world.acme, "summer", world.admin);
        assertThat(world.one.announcer.list(world.acme)).isEmpty();
        refused("announcement.not-there", () -> world.one.announcer.delete(world.acme, "summer", world.admin));
        assertThat(world.audit.actions(world.acme)).contains("announcement.updated", "announcement.deleted");
    }

    @Test
    void oneThatTakesThePlaceOfTheServersMayGo() {
        bring("welcome");
        menu("welcome");
        world.one.announcer.delete(world.acme, "welcome", world.admin);
        assertThat(world.one.announcer.list(world.acme)).isEmpty();
    }

    @Test
    void anotherPortalHasNothingOfIt() {
        bring("summer");
        assertThat(world.one.announcer.list(world.bolt)).isEmpty();
        refused("announcement.not-there", () -> world.one.announcer.sound(world.bolt, "summer"));
        refused("announcement.not-there", () -> world.one.announcer.delete(world.bolt, "summer", world.stranger));
    }

    @Test
    void whatMayBeSaidIsToBeChosenFrom() {
        bring("summer");
        assertThat(world.one.announcer.choices(world.acme))
                .containsExactly(
                        new AnnouncementDesk.SentenceChoice("summer", true),
                        new AnnouncementDesk.SentenceChoice("welcome", false));
        assertThat(world.one.announcer.choices(world.bolt))
                .containsExactly(new AnnouncementDesk.SentenceChoice("welcome", false));
        bring("welcome");
        assertThat(world.one.announcer.choices(world.acme))
                .containsExactly(
                        new AnnouncementDesk.SentenceChoice("summer", true),
                        new AnnouncementDesk.SentenceChoice("welcome", true));
        assertThat(new String(world.one.announcer.builtIn("welcome", "de"), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("welcome de");
        refused("announcement.not-there", () -> world.one.announcer.builtIn("summer", "de"));
    }
}
