package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.DeviceAccount;
import org.patchbay.api.extensions.Extension;

final class AccountDeskTest {

    private final World world = new World();
    private final AccountDesk desk = world.one.accounts;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void handsOutWhatADeviceSignsInWithUntilItIsRenewed() {
        Extension extension = world.extension("100");
        DeviceAccount made =
                desk.create(world.acme, extension.id(), "Desk phone", List.of("192.0.2.0/24"), world.admin);
        String id = made.device().id();
        assertThat(desk.find(world.acme, id)).contains(made);
        assertThat(desk.find(world.bolt, id)).isEmpty();

        DeviceAccount renewed = desk.renew(world.acme, id, world.admin);
        assertThat(renewed.password()).isNotEqualTo(made.password());
        DeviceAccount changed = desk.change(world.acme, id, "Hall", List.of(), world.admin);
        assertThat(changed.device().networks()).isEmpty();
        assertThat(desk.find(world.acme, id)).contains(changed);
        assertThat(changed.password()).isEqualTo(renewed.password());

        desk.delete(world.acme, id, world.admin);
        desk.delete(world.acme, id, world.admin);
        assertThat(desk.find(world.acme, id)).isEmpty();
    }

    @Test
    void aPersonalDeviceIsMadeOnceAndByNobodyElse() {
        Extension extension = world.one
                .desk
                .equip(world.acme, world.anna.person(), java.util.Optional.empty(), "Laptop", world.admin)
                .extension();
        DeviceAccount first = desk.personal(world.acme, extension.id(), "Softphone", world.anna);
        DeviceAccount second = desk.personal(world.acme, extension.id(), "Softphone", world.anna);
        assertThat(second).isEqualTo(first);
        assertThat(first.password()).hasSizeGreaterThan(20);
        assertThat(world.audit.drafts(world.acme))
                .filteredOn(draft -> draft.action().equals("device.created"))
                .allSatisfy(draft -> assertThat(draft.after()).containsAllEntriesOf(Map.of("password", "set")));
        assertThatThrownBy(() -> desk.personal(world.acme, extension.id(), "Softphone", world.stranger))
                .isInstanceOf(PatchbayException.class);
    }
}
