package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.signalling.SipAccount;
import org.patchbay.spi.signalling.SipTrunk;
import org.patchbay.spi.signalling.Subscribers;
import org.patchbay.testing.Patience;

class SubscribersTest {

    private final World world = new World();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        world.close();
    }

    private static String hash(String algorithm, String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private SipAccount account(String domain, String user) {
        return world.one.subscribers.account(domain, user).orElseThrow();
    }

    @Test
    void findsADeviceByItsDomainAndName() throws Exception {
        var handed = world.device(world.extension("100"));
        String user = handed.device().user();

        SipAccount account = account("ACME.localhost", user.toUpperCase(java.util.Locale.ROOT));

        String text = user + ":acme.localhost:" + handed.password();
        assertThat(account.md5()).isEqualTo(hash("MD5", text));
        assertThat(account.sha256()).isEqualTo(hash("SHA-256", text));
        assertThat(account.id()).isEqualTo(handed.device().id());
        assertThat(account(handed.domain(), user)).isSameAs(account);
        assertThat(world.one.subscribers.account("bolt.localhost", user)).isEmpty();
        assertThat(world.one.subscribers.account("acme.localhost", "100")).isEmpty();
        assertThat(world.one.subscribers.account("nowhere.localhost", user)).isEmpty();
    }

    @Test
    void makesItAnewForAnotherHostOrPassword() throws Exception {
        var handed = world.device(world.extension("100"));
        String user = handed.device().user();
        assertThat(account("acme.localhost", user).domain()).isEqualTo("acme.localhost");

        world.portals.change(
                world.acme,
                draft -> new org.patchbay.api.tenancy.PortalDraft(
                        draft.name(), "phones.localhost", draft.language(), draft.zone(), draft.accent()));
        SipAccount moved = account("phones.localhost", user);

        assertThat(moved.md5()).isEqualTo(hash("MD5", user + ":phones.localhost:" + handed.password()));
        assertThat(world.one.subscribers.account("acme.localhost", user)).isEmpty();
        var renewed = world.one.desk.renew(world.acme, handed.device().id(), world.admin);
        assertThat(renewed.password()).isNotEqualTo(handed.password());
        assertThat(account("phones.localhost", user).md5())
                .isEqualTo(hash("MD5", user + ":phones.localhost:" + renewed.password()));
        assertThat(world.audit.last(world.acme).after()).containsEntry("password", "changed");
    }

    @Test
    void everyNodeHearsAndHasTheChange() throws Exception {
        Extension made = world.extension("100");
        assertThat(world.two.extensions.list(world.acme)).hasSize(1);
        try (var heard = world.cluster.node("two").subscribe(Subscribers.CHANGED, message -> told.add("told"))) {
            world.extension("101");

            while (world.two.extensions.list(world.acme).size() < 2) {
                assertThat(told.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("told");
            }
            assertThat(world.two.extensions.find(world.acme, made.id())).contains(made);
        }
    }

    @Test
    void whoIsDisabledNeitherSignsInNorIsRung() {
        Extension annas = world.one.switchboard.create(
                world.acme,
                Kinds.EXTENSION,
                id -> World.extension(world.acme, id, "100", Optional.of(world.anna.person())),
                Optional.empty(),
                world.admin);
        String user = world.device(annas).device().user();
        await().until(() ->
                world.two.subscribers.account("acme.localhost", user).isPresent());
        assertThat(world.one.devices(annas)).hasSize(1);

        world.enable(false);
        world.one.holders.on(changed());
        await().until(() ->
                world.two.subscribers.account("acme.localhost", user).isEmpty());
        await().until(() -> world.one.devices(annas).isEmpty());

        world.enable(true);
        world.one.holders.on(changed());
        await().until(() ->
                world.two.subscribers.account("acme.localhost", user).isPresent());
    }

    private Event changed() {
        return new Event(
                "1",
                "test",
                "person.updated",
                world.acme,
                world.anna.person().value(),
                Instant.EPOCH,
                Optional.empty(),
                1,
                "{}");
    }

    @Test
    void knowsWhichTrunkACallComesBy() throws UnknownHostException {
        InetAddress carrier = InetAddress.getByName("203.0.113.7");
        var second = world.trunk(world.acme, "Second", 20, "198.51.100.1", world.admin);
        var first = world.trunk(world.acme, "First", 10, "198.51.100.2", world.admin);

        assertThat(world.one.subscribers.trunk(carrier, "+4930111"))
                .map(SipTrunk::id)
                .contains(first.id());
        assertThat(world.one.subscribers.trunk(InetAddress.getByName("198.51.100.1"), ""))
                .map(SipTrunk::id)
                .contains(second.id());
        assertThat(world.one.subscribers.trunk(InetAddress.getByName("192.0.2.1"), ""))
                .isEmpty();
        assertThat(world.one.subscribers.trunks())
                .extracting(SipTrunk::password)
                .containsOnly("carrier secret");

        world.trunk(world.bolt, "Same carrier", 1, "198.51.100.9", world.stranger);
        world.number(world.acme, "+493090182001", Destination.HANG_UP, world.admin);
        world.number(world.bolt, "+493090182002", Destination.HANG_UP, world.stranger);
        assertThat(world.one.subscribers.trunk(carrier, "493090182001"))
                .map(SipTrunk::portal)
                .contains(world.acme);
        assertThat(world.one.subscribers.trunk(carrier, "030 90182002"))
                .map(SipTrunk::portal)
                .contains(world.bolt);
        assertThat(world.one.subscribers.trunk(carrier, "+493090182003")).isEmpty();
        world.number(world.bolt, "+493090182001", Destination.HANG_UP, world.stranger);
        assertThat(world.one.subscribers.trunk(carrier, "+493090182001")).isEmpty();
        assertThat(world.one.subscribers.brings(carrier)).isTrue();
        assertThat(world.one.subscribers.brings(InetAddress.getByName("192.0.2.1")))
                .isFalse();

        var named = world.registered(world.bolt, "bolt-line", "198.51.100.9", world.stranger);
        assertThat(world.one.subscribers.trunk(carrier, "Bolt-Line"))
                .map(SipTrunk::id)
                .contains(named.id());
        assertThat(world.one.subscribers.trunk(InetAddress.getByName("192.0.2.1"), "bolt-line"))
                .isEmpty();
        assertThat(world.one.subscribers.trunk(carrier, "+493090182001")).isEmpty();
        world.registered(world.acme, "bolt-line", "198.51.100.2", world.admin);
        assertThat(world.one.subscribers.trunk(carrier, "bolt-line")).isEmpty();
    }

    @Test
    void aDeletedExtensionTakesItsDevicesAlong() {
        Extension made = world.extension("100");
        var handed = world.device(made);

        world.one.switchboard.delete(world.acme, Kinds.EXTENSION, made.id(), world.admin);

        assertThat(world.one.subscribers.account(
                        "acme.localhost", handed.device().user()))
                .isEmpty();
        assertThat(world.audit.actions(world.acme)).contains("device.deleted");
        assertThat(Optional.of(handed.toString())).get().asString().doesNotContain(handed.password());
    }
}
