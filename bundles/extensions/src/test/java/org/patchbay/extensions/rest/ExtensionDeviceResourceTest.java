package org.patchbay.extensions.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.extensions.SignallingDirectory;
import org.patchbay.extensions.World;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.signalling.FakeSignalling;
import org.patchbay.testing.web.RestResourceContract;

class ExtensionDeviceResourceTest implements RestResourceContract {

    private final World world = new World();
    private final FakeSignalling signalling = new FakeSignalling();

    @Override
    public Class<? extends RestResource> resource() {
        return ExtensionDeviceResource.class;
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<ListedDevice> listed(SignallingDirectory directory, Extension extension) {
        return new ExtensionDeviceResource(world.one.extensions, world.one.desk, directory)
                .list(world.acme.value(), extension.id(), world.admin)
                .items();
    }

    private Device device(Extension extension, String name) {
        return world.one
                .desk
                .create(world.acme, extension.id(), name, Optional.empty(), 2, List.of(), world.admin)
                .device();
    }

    @Test
    void saysOfEachDeviceWhereItIsRegistered() {
        Extension extension = world.extension("100");
        Device desk = device(extension, "Desk phone");
        Device laptop = device(extension, "Laptop");
        signalling.register(world.acme, desk.id());
        signalling.register(world.acme, desk.id(), "TLS");
        signalling.register(world.bolt, laptop.id());

        List<ListedDevice> listed = listed(new SignallingDirectory(signalling), extension);

        assertThat(listed).extracting(ListedDevice::name).containsExactlyInAnyOrder("Desk phone", "Laptop");
        assertThat(listed)
                .filteredOn(one -> one.id().equals(desk.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.user()).isEqualTo(desk.user());
                    assertThat(one.registrations())
                            .extracting(place -> place.transport() + " " + place.address() + " " + place.userAgent())
                            .containsExactly("UDP 192.0.2.9:5060 Test phone", "TLS 192.0.2.9:5060 Test phone");
                });
        assertThat(listed)
                .filteredOn(one -> one.id().equals(laptop.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.registrations()).isEmpty());

        signalling.forget(world.acme, desk.id());
        assertThat(listed(new SignallingDirectory(signalling), extension))
                .allSatisfy(one -> assertThat(one.registrations()).isEmpty());
    }

    @Test
    void withoutSignallingNothingIsRegistered() {
        Extension extension = world.extension("100");
        device(extension, "Desk phone");

        assertThat(listed(new SignallingDirectory(), extension))
                .singleElement()
                .satisfies(one -> assertThat(one.registrations()).isEmpty());
    }

    @Test
    void anotherPortalFindsNone() {
        Extension extension = world.extension("100");
        var resource =
                new ExtensionDeviceResource(world.one.extensions, world.one.desk, new SignallingDirectory(signalling));

        assertThatThrownBy(() -> resource.list(world.acme.value(), extension.id(), world.stranger))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> resource.list(world.bolt.value(), extension.id(), world.stranger))
                .isInstanceOf(PatchbayException.class);
    }
}
