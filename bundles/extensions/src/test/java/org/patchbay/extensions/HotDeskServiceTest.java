package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Extension;
import org.patchbay.extensions.HotDeskService.HotDesk;
import org.patchbay.extensions.thing.Kinds;

final class HotDeskServiceTest {

    private final World world = new World();
    private final Extension hall = world.extension("100");
    private final Extension guest = world.extension("101");
    private final String phone = world.device(hall).device().id();

    @AfterEach
    void close() {
        world.close();
    }

    private void signIn(String device, Extension as) {
        world.one.desks.signIn(world.acme, device, as.id());
    }

    private List<HotDesk> seen(Extension by) {
        return world.one.desks.list(world.acme, by.id(), world.admin);
    }

    @Test
    void aPhoneIsThatOfWhoSignedIn() {
        signIn(phone, guest);
        assertThat(world.one.extensions.ofDevice(world.acme, phone)).contains(guest);
        assertThat(world.one.devices(hall)).isEmpty();
        assertThat(world.one.devices(guest)).hasSize(1);
        assertThat(world.one.desks.at(world.acme, phone)).contains(guest);
        assertThat(seen(hall)).isEqualTo(seen(guest)).hasSize(1);
        HotDesk desk = seen(hall).get(0);
        assertThat(desk.number()).isEqualTo("100");
        assertThat(desk.usedAs()).isEqualTo("101");
        assertThat(desk.until()).isEmpty();
        assertThat(world.events.published(ExtensionEvents.HOT_DESK_BEGAN)).hasSize(1);
        assertThat(world.audit.last(world.acme).after().get("guestPhones")).contains("Desk phone");
        assertThat(world.one.desks.signOut(world.acme, phone)).isTrue();
        assertThat(world.one.desks.signOut(world.acme, phone)).isFalse();
        assertThat(world.one.devices(hall)).hasSize(1);
        assertThat(seen(hall)).isEmpty();
        assertThat(world.events.published(ExtensionEvents.HOT_DESK_ENDED)).hasSize(1);
    }

    @Test
    void whoSignsInElsewhereIsThereNoMore() {
        Extension other = world.extension("102");
        String second = world.device(other).device().id();
        signIn(phone, guest);
        signIn(second, guest);
        assertThat(world.one.extensions.ofDevice(world.acme, phone)).contains(hall);
        assertThat(world.one.extensions.ofDevice(world.acme, second)).contains(guest);
        signIn(second, hall);
        assertThat(world.one.extensions.ofDevice(world.acme, second)).contains(hall);
        assertThat(world.one.devices(guest)).isEmpty();
        signIn(phone, hall);
        assertThat(world.one.extensions.ofDevice(world.acme, second))
                .as("who is back at the own phone has left the other")
                .contains(other);
    }

    @Test
    void anotherNodeAndARestartKnowIt() {
        signIn(phone, guest);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> world.two.extensions.ofDevice(world.acme, phone).equals(Optional.of(guest)));
        try (var restarted = world.again("three")) {
            assertThat(restarted.extensions.ofDevice(world.acme, phone)).contains(guest);
        }
    }

    @Test
    void endsAtTheSetHour() {
        world.one.switchboard.changeSettings(
                world.acme,
                0,
                version -> new CallSettings(
                        "DE",
                        "30",
                        "",
                        Map.of(),
                        List.of(),
                        60,
                        false,
                        Optional.of("18:00"),
                        CallLimits.STANDARD,
                        version),
                world.admin);
        signIn(phone, guest);
        Instant end = seen(guest).get(0).until().orElseThrow();
        assertThat(Duration.between(Instant.now(), end)).isPositive().isLessThanOrEqualTo(Duration.ofHours(25));
        assertThat(end.atZone(world.one.plan.zone(world.acme)).toLocalTime()).hasToString("18:00");
        world.one.desks.endDue(end.minusSeconds(1));
        assertThat(seen(guest)).hasSize(1);
        world.one.desks.endDue(end);
        assertThat(seen(guest)).isEmpty();
    }

    @Test
    void itsOwnerAndWhoManagesEndIt() {
        signIn(phone, guest);
        assertThatThrownBy(() -> world.one.desks.end(world.acme, hall.id(), phone, world.anna))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.one.desks.list(world.acme, hall.id(), world.stranger))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.one.desks.end(world.bolt, hall.id(), phone, world.stranger))
                .isInstanceOf(PatchbayException.class);
        world.one.desks.end(world.acme, hall.id(), phone, world.admin);
        assertThat(seen(guest)).isEmpty();
        assertThatThrownBy(() -> world.one.desks.end(world.acme, hall.id(), phone, world.admin))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    void aPhoneOfAnotherPortalIsNotThere() {
        assertThatThrownBy(() -> world.one.desks.signIn(world.bolt, phone, guest.id()))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> signIn("nothing", guest)).isInstanceOf(PatchbayException.class);
        assertThat(world.one.desks.isPhone(world.bolt, phone)).isFalse();
        signIn(phone, guest);
        assertThat(world.one.desks.signOut(world.bolt, phone)).isFalse();
    }

    @Test
    void goesWithThePhoneAndWithTheExtension() {
        signIn(phone, guest);
        world.one.switchboard.delete(world.acme, Kinds.DEVICE, phone, world.admin);
        assertThat(world.one.extensions.services(world.acme, guest.id()).guestPhones())
                .isEmpty();
        String another = world.device(hall).device().id();
        signIn(another, guest);
        world.one.switchboard.delete(world.acme, Kinds.EXTENSION, guest.id(), world.admin);
        assertThat(world.one.extensions.ofDevice(world.acme, another)).contains(hall);
        assertThat(world.events.published(ExtensionEvents.HOT_DESK_ENDED)).hasSize(2);
    }
}
