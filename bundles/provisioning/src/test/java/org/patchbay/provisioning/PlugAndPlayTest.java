package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.spi.signalling.PhoneQuestion;

class PlugAndPlayTest {

    private static final String MAC = "001565aabbcc";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Optional<URI> offer(String mac, String address) throws UnknownHostException {
        return world.plugAndPlay.offer(new PhoneQuestion(mac, InetAddress.getByName(address), "yealink", "SIP-T54W"));
    }

    @Test
    void aPhoneThatIsSetUpIsToldItsLinkOnceForEachSecret() throws Exception {
        assertThat(offer(MAC, World.ADDRESS)).isEmpty();
        var handed = world.add(Maker.YEALINK);
        assertThat(offer(MAC, World.ADDRESS))
                .hasValueSatisfying(link -> assertThat(link).hasToString(handed.url()));
        assertThat(offer(MAC, World.ADDRESS)).isEmpty();
        assertThat(offer("001565aabbcd", World.ADDRESS)).isEmpty();

        var renewed = world.phones.renew(world.acme, handed.phone().id(), world.admin);
        assertThat(offer(MAC, World.ADDRESS))
                .hasValueSatisfying(link -> assertThat(link).hasToString(renewed.url()));
        assertThat(world.events.published())
                .filteredOn(event -> event.type().equals(ProvisioningEvents.OFFERED))
                .hasSize(2);
    }

    @Test
    void oneThatFetchedItsFileIsToldNothing() throws Exception {
        var handed = world.add(Maker.YEALINK);
        var answer = world.fetch(world.acme, World.secret(handed.url()), MAC + ".cfg", World.AGENT, "");
        assertThat(answer).isInstanceOf(PhoneFiles.Answer.File.class);
        assertThat(offer(MAC, World.ADDRESS)).isEmpty();
    }

    @Test
    void onlyInItsNetworks() throws Exception {
        var handed = world.add(Maker.YEALINK);
        world.phones.change(
                world.acme,
                handed.phone().id(),
                1,
                (old, version) -> new Phone(
                        old.id(),
                        old.mac(),
                        old.maker(),
                        old.model(),
                        old.extension(),
                        old.device(),
                        old.label(),
                        old.language(),
                        old.ringTone(),
                        old.transport(),
                        old.keys(),
                        List.of("192.0.2.0/24"),
                        version),
                world.admin);
        assertThat(offer(MAC, "198.51.100.7")).isEmpty();
        assertThat(offer(MAC, "192.0.2.9")).isPresent();
    }

    @Test
    void whoTriesAddressesIsToldNothingAnyMore() throws Exception {
        world.add(Maker.YEALINK);
        for (int i = 0; i < World.WRONG; i++) {
            assertThat(offer("0015650000%02d".formatted(i), World.ADDRESS)).isEmpty();
        }
        assertThat(offer(MAC, World.ADDRESS)).isEmpty();
        assertThat(offer(MAC, "198.51.100.8")).isPresent();
    }
}
