package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Caller;
import org.patchbay.extensions.BrowserPhones.BrowserPhone;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.signalling.SipAccount;
import org.patchbay.spi.signalling.Subscribers;
import org.patchbay.testing.Patience;

class BrowserPhonesTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Extension equip() {
        return world.one
                .desk
                .equip(world.acme, world.anna.person(), Optional.empty(), "Laptop", world.admin)
                .extension();
    }

    private Optional<SipAccount> account(BrowserPhone phone) {
        return world.one.subscribers.account("acme.localhost", phone.user());
    }

    private Caller.Member session(String id) {
        return new Caller.Member(
                world.acme,
                world.anna.person(),
                "Anna Berg",
                world.anna.roles(),
                world.anna.memberships(),
                id,
                world.anna.address());
    }

    private static String md5(BrowserPhone phone, String domain) throws Exception {
        String text = phone.user() + ':' + domain + ':' + phone.password();
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aBrowserSignsInAndRingsWithTheExtension() throws Exception {
        Extension extension = equip();

        BrowserPhone phone = world.one.browsers.open(world.acme, world.anna);

        assertThat(phone.extension()).isEqualTo(extension);
        assertThat(phone.uri()).isEqualTo("sip:" + phone.user() + "@acme.localhost");
        assertThat(account(phone).orElseThrow().md5()).isEqualTo(md5(phone, "acme.localhost"));
        assertThat(world.one.devices(extension)).extracting(Device::user).contains(phone.user());
        assertThat(world.one.extensions.ofDevice(world.acme, phone.user())).contains(extension);
        assertThat(world.one.extensions.ofDevice(world.bolt, phone.user())).isEmpty();
        assertThat(world.one.subscribers.account("bolt.localhost", phone.user()))
                .isEmpty();
        assertThat(phone.toString()).doesNotContain(phone.password());
    }

    @Test
    void theOtherNodeHasItToo() {
        Extension extension = equip();
        BrowserPhone phone = world.one.browsers.open(world.acme, world.anna);

        assertThat(world.two.subscribers.account("acme.localhost", phone.user()))
                .isPresent();
        assertThat(world.two.devices(extension)).extracting(Device::user).contains(phone.user());
    }

    @Test
    void isRenewedWithAnotherPassword() throws Exception {
        equip();
        BrowserPhone first = world.one.browsers.open(world.acme, world.anna);

        world.cluster.pass(Duration.ofMinutes(50));
        BrowserPhone second = world.one.browsers.open(world.acme, world.anna);
        world.cluster.pass(Duration.ofMinutes(50));

        assertThat(second.user()).isEqualTo(first.user());
        assertThat(second.password()).isNotEqualTo(first.password());
        assertThat(account(second).orElseThrow().md5()).isEqualTo(md5(second, "acme.localhost"));
        world.cluster.pass(Duration.ofMinutes(11));
        assertThat(account(second)).isEmpty();
    }

    @Test
    void endsWithTheSessionAndTellsSignalling() throws Exception {
        Extension extension = equip();
        BrowserPhone phone = world.one.browsers.open(world.acme, session("one"));
        BrowserPhone other = world.one.browsers.open(world.acme, session("two"));
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (var heard = world.cluster.node("two").subscribe(Subscribers.CHANGED, message -> told.add("told"))) {
            world.endSession("one");

            assertThat(told.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("told");
        }
        assertThat(account(phone)).isEmpty();
        assertThat(account(other)).isPresent();
        assertThat(world.one.devices(extension)).extracting(Device::user).doesNotContain(phone.user());
    }

    @Test
    void isRefusedWithoutAnExtension() {
        refused(world.anna, Problem.NOT_FOUND, "phone.no-extension");
        refused(world.stranger, Problem.NOT_FOUND, "phone.no-extension");
        equip();
        refused(world.stranger, Problem.NOT_FOUND, "phone.no-extension");
    }

    private void refused(Caller by, Problem problem, String code) {
        assertThatThrownBy(() -> world.one.browsers.open(world.acme, by))
                .isInstanceOfSatisfying(PatchbayException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(problem);
                    assertThat(refusal.code()).isEqualTo(code);
                });
    }

    @Test
    void isOpenInSoManyBrowsersAlone() {
        equip();
        for (int i = 0; i < BrowserPhones.MOST; i++) {
            world.one.browsers.open(world.acme, session("s" + i));
        }

        refused(session("more"), Problem.LIMITED, "phone.limit");
        assertThat(world.one.browsers.open(world.acme, session("s3")).user()).startsWith("web-");
    }

    @Test
    void endsWithTheExtension() {
        Extension extension = equip();
        BrowserPhone phone = world.one.browsers.open(world.acme, world.anna);

        world.one.switchboard.delete(world.acme, Kinds.EXTENSION, extension.id(), world.admin);

        assertThat(account(phone)).isEmpty();
    }
}
