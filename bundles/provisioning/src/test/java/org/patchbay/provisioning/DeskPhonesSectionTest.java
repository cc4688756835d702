package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.provisioning.file.DeskPhonesSection;
import org.patchbay.provisioning.file.DeskPhonesSection.PhoneText;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneKey;

class DeskPhonesSectionTest {

    private final World world = new World();
    private final DeskPhonesSection section = new DeskPhonesSection(world.phones, world.book);

    @AfterEach
    void close() {
        world.close();
    }

    private static PhoneText text(String mac, String extension, String label) {
        return new PhoneText(
                mac,
                Maker.SNOM,
                "D735",
                extension,
                label,
                Optional.of("de"),
                Optional.empty(),
                Phone.Transport.TLS,
                List.of(new PhoneKey(PhoneKey.Kind.EXTENSION, "101", "Bob")),
                List.of("192.0.2.0/24"));
    }

    @Test
    void makesItSoAndChangesNothingTheSecondTime() {
        PhoneText[] wanted = {text("000413aa0001", "100", "Hall"), text("000413aa0002", "100", "Door")};
        assertThat(section.apply(world.acme, wanted, world.admin))
                .containsExactly("deskPhones/000413aa0001/secret", "deskPhones/000413aa0002/secret");
        PhoneText[] read = section.read(world.acme);
        assertThat(read).containsExactly(wanted);
        int entries = world.audit.actions(world.acme).size();
        assertThat(section.apply(world.acme, read, world.admin)).isEmpty();
        section.prune(world.acme, read, world.admin);
        assertThat(world.audit.actions(world.acme)).hasSize(entries);
        assertThat(section.read(world.bolt)).isEmpty();
    }

    @Test
    void changesByHardwareAddressKeepsTheSecretAndForgetsTheRest() {
        var handed = world.add(Maker.YEALINK);
        PhoneText[] now = section.read(world.acme);
        assertThat(now).hasSize(1);
        assertThat(Arrays.toString(now))
                .doesNotContain(World.secret(handed.url()), handed.adminPassword())
                .contains("001565aabbcc");

        PhoneText[] wanted = {text("00:15:65:AA:BB:CC", "100", "Reception")};
        assertThat(section.apply(world.acme, wanted, world.admin)).isEmpty();
        Phone changed =
                world.phones.find(world.acme, handed.phone().id(), world.admin).phone();
        assertThat(changed.label()).isEqualTo("Reception");
        assertThat(changed.device()).isEqualTo(handed.phone().device());
        assertThat(world.store.find(world.acme, changed.id()).orElseThrow().tokenHash())
                .isPresent();

        section.prune(world.acme, new PhoneText[0], world.admin);
        assertThat(section.read(world.acme)).isEmpty();
    }

    private void refused(String pointer, String code, PhoneText... wanted) {
        assertThatThrownBy(() -> section.apply(world.acme, wanted, world.admin))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.errors().get(0).pointer()).isEqualTo(pointer);
                    assertThat(e.errors().get(0).code()).isEqualTo(code);
                });
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        refused(
                "/1/extension",
                "telephone.unknown-target",
                text("000413aa0001", "100", "A"),
                text("000413aa0002", "999", "B"));
        refused("/1/mac", "file.twice", text("000413aa0001", "100", "A"), text("00:04:13:AA:00:01", "100", "B"));
    }

    @Test
    void theAddressOfAnotherPortalsPhoneIsRefused() {
        world.add(Maker.YEALINK);
        world.book.put(world.bolt, world.extension);
        assertThatThrownBy(() -> section.apply(
                        world.bolt, new PhoneText[] {text("001565aabbcc", "100", "Ours")}, world.stranger))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/0/mac"));
    }
}
