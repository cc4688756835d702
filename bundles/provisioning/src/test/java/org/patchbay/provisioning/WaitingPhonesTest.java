package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.WaitingPhone;
import org.patchbay.spi.signalling.PhoneQuestion;
import org.patchbay.testing.identity.Callers;

@Tag("S3.11")
class WaitingPhonesTest {

    private static final String MAC = "001565aabbcc";
    private static final String AT_ACME = "192.0.2.7";
    private static final String AT_BOLT = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.7";

    private final World world = new World();
    private final Caller.Member root = Callers.root();

    @AfterEach
    void close() {
        world.close();
    }

    private static PhoneQuestion question(String mac, String address, String vendor, String model) {
        try {
            return new PhoneQuestion(mac, InetAddress.getByName(address), vendor, model);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void ask(String mac, String address) {
        world.plugAndPlay.offer(question(mac, address, "Yealink", "SIP-T54W"));
    }

    private List<String> seen(PortalId portal, Caller by) {
        return world.waiting.list(portal, by).items().stream()
                .map(WaitingPhone::mac)
                .toList();
    }

    @Test
    void aPhoneThatNobodyAddedIsListedUntilItIsSetUp() {
        ask(MAC, AT_ACME);
        assertThat(world.waiting.list(world.acme, world.admin).items())
                .containsExactly(new WaitingPhone(
                        MAC, Optional.of(Maker.YEALINK), Optional.of("SIP-T54W"), AT_ACME, world.clock.instant()));
        var handed = world.add(Maker.YEALINK);
        assertThat(seen(world.acme, world.admin)).isEmpty();
        assertThat(seen(PortalId.ROOT, root)).isEmpty();
        assertThat(world.plugAndPlay.offer(question(MAC, AT_ACME, "", "")))
                .hasValueSatisfying(link -> assertThat(link).hasToString(handed.url()));
    }

    @Test
    void aPortalSeesThePhonesOfItsNetworksAndRootAll() {
        ask("001565000001", AT_ACME);
        world.pass(Duration.ofSeconds(1));
        ask("001565000002", AT_BOLT);
        world.pass(Duration.ofSeconds(1));
        ask("001565000003", ELSEWHERE);
        assertThat(seen(PortalId.ROOT, root)).containsExactly("001565000003", "001565000002", "001565000001");
        assertThat(seen(world.acme, world.admin)).containsExactly("001565000001");
        assertThat(seen(world.acme, root)).containsExactly("001565000001");
        assertThat(seen(world.bolt, world.stranger)).containsExactly("001565000002");
        assertThat(seen(world.acme, world.stranger)).isEmpty();
        assertThat(seen(PortalId.ROOT, world.admin)).isEmpty();
        assertThat(seen(PortalId.ROOT, Callers.administrator(PortalId.ROOT))).isEmpty();
        assertThat(seen(world.acme, world.anna)).isEmpty();
        assertThat(seen(world.acme, Callers.holder(world.acme, DepartmentId.defaultOf(world.acme), "user")))
                .isEmpty();
        assertThat(world.events.published(ProvisioningEvents.WAITING))
                .extracting(event -> event.portal())
                .containsExactly(world.acme, world.bolt, PortalId.ROOT);
    }

    @Test
    void theOnlyPortalOfAServerSeesAll() {
        world.portals.delete(world.bolt, root);
        ask(MAC, ELSEWHERE);
        assertThat(seen(world.acme, world.admin)).containsExactly(MAC);
    }

    @Test
    void whoSeesNoneIsToldWhy() {
        assertThat(world.waiting.list(PortalId.ROOT, root).sight()).isEqualTo(WaitingList.Sight.ALL);
        assertThat(world.waiting.list(world.acme, world.admin).sight()).isEqualTo(WaitingList.Sight.NETWORKS);
        assertThat(world.waiting.list(world.acme, world.anna).sight()).isEqualTo(WaitingList.Sight.NO_RIGHT);
        var unnamed = new PhoneNetworks(world.portals, "acme.localhost 192.0.2.0/24");
        assertThat(unnamed.sight(world.bolt)).isEqualTo(WaitingList.Sight.NO_NETWORK);
        world.portals.delete(world.bolt, root);
        assertThat(new PhoneNetworks(world.portals, "").sight(world.acme)).isEqualTo(WaitingList.Sight.ALL);
    }

    @Test
    void twoPortalsOfTheSameNetworkSeeNothing() {
        var networks = new PhoneNetworks(
                world.portals, "acme.localhost 10.0.0.0/8, bolt.localhost 10.1.0.0/16, acme.localhost");
        var phone = question(MAC, "10.1.2.3", "", "");
        assertThat(networks.portal(phone.source())).isEqualTo(PortalId.ROOT);
        assertThat(networks.portal(question(MAC, "10.2.2.3", "", "").source())).isEqualTo(world.acme);
    }

    @Test
    void itIsBoundedInNumberAndAge() {
        for (int i = 0; i <= WaitingPhones.MOST; i++) {
            world.waiting.note(question("0015650%05d".formatted(i), AT_ACME, "", ""));
            world.pass(Duration.ofSeconds(1));
        }
        assertThat(seen(PortalId.ROOT, root))
                .hasSize(WaitingPhones.MOST)
                .startsWith("001565000200")
                .doesNotContain("001565000000");
        world.waiting.note(question("001565000200", AT_ACME, "", ""));
        assertThat(seen(PortalId.ROOT, root)).hasSize(WaitingPhones.MOST);
        world.pass(Duration.ofHours(25));
        assertThat(seen(PortalId.ROOT, root)).isEmpty();
    }

    @Test
    void whoTriesAddressesIsListedNoMore() {
        for (int i = 0; i < World.WRONG + 3; i++) {
            ask("00156500000" + i, AT_ACME);
        }
        assertThat(seen(world.acme, world.admin)).hasSize(World.WRONG);
    }

    @Test
    void whatAPhoneSaysOddlyIsLeftOut() {
        world.waiting.note(question(MAC, AT_ACME, "Nobody knows", "a b.c"));
        assertThat(world.waiting.list(world.acme, world.admin).items())
                .singleElement()
                .satisfies(phone -> {
                    assertThat(phone.maker()).isEmpty();
                    assertThat(phone.model()).isEmpty();
                });
    }
}
