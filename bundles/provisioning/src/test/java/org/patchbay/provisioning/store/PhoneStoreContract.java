package org.patchbay.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneKey;
import org.patchbay.provisioning.phone.PhoneSecrets;
import org.patchbay.provisioning.phone.PhoneState;

/** What every store of phones does. */
interface PhoneStoreContract {

    PortalId ACME = new PortalId(Ids.next());
    PortalId BOLT = new PortalId(Ids.next());

    PhoneStore store();

    private static StoredPhone phone() {
        var phone = new Phone(
                Ids.next(),
                PhoneSecrets.random(6),
                Maker.SNOM,
                "D785",
                Ids.next(),
                Ids.next(),
                "Hall <1>",
                Optional.of("de"),
                Optional.empty(),
                Phone.Transport.TLS,
                List.of(new PhoneKey(PhoneKey.Kind.PARK, "701", "Parked")),
                List.of("192.0.2.0/24"),
                1);
        return new StoredPhone(
                phone, Optional.of(PhoneSecrets.hash(phone.id())), PhoneSecrets.random(8), "sealed", PhoneState.NEW);
    }

    private static String hash(StoredPhone stored) {
        return stored.tokenHash().orElseThrow();
    }

    @Test
    default void findsAPhoneOfThisPortalOnly() {
        StoredPhone phone = phone();
        store().insert(ACME, phone);
        String id = phone.phone().id();
        assertThat(store().find(ACME, id)).contains(phone);
        assertThat(store().withToken(ACME, hash(phone))).contains(phone);
        assertThat(store().withAccount(ACME, phone.account())).contains(phone);
        assertThat(store().ofExtension(ACME, phone.phone().extension())).containsExactly(phone);
        assertThat(store().withMac(phone.phone().mac())).contains(new PhoneStore.Placed(ACME, phone));

        assertThat(store().find(BOLT, id)).isEmpty();
        assertThat(store().withToken(BOLT, hash(phone))).isEmpty();
        assertThat(store().withAccount(BOLT, phone.account())).isEmpty();
        assertThat(store().ofExtension(BOLT, phone.phone().extension())).isEmpty();
        assertThat(store().claim(BOLT, id, hash(phone))).isFalse();
        assertThat(store().update(BOLT, phone, 1)).isFalse();
        store().delete(BOLT, id);
        assertThat(store().find(ACME, id)).contains(phone);
        store().delete(ACME, id);
        assertThat(store().find(ACME, id)).isEmpty();
    }

    @Test
    default void aTokenIsTakenOnceUnlessItIsGivenBack() {
        StoredPhone phone = phone();
        String id = phone.phone().id();
        store().insert(ACME, phone);
        assertThat(store().claim(ACME, id, hash(phone))).isTrue();
        assertThat(store().claim(ACME, id, hash(phone))).isFalse();
        assertThat(store().withToken(ACME, hash(phone))).isEmpty();
        assertThat(store().find(ACME, id).orElseThrow().state().linked()).isTrue();

        store().giveBack(ACME, id, hash(phone));
        assertThat(store().claim(ACME, id, hash(phone))).isTrue();
        var state = new PhoneState(
                true,
                Optional.of(Instant.parse("2026-11-27T03:00:00.000001Z")),
                Optional.of("snomD785"),
                Optional.of("192.0.2.7"));
        store().note(ACME, id, state);
        assertThat(store().find(ACME, id).orElseThrow().state()).isEqualTo(state);
    }

    @Test
    default void aTokenIsToldOnce() {
        StoredPhone phone = phone();
        String id = phone.phone().id();
        store().insert(ACME, phone);
        assertThat(store().offer(BOLT, id, hash(phone))).isFalse();
        assertThat(store().offer(ACME, id, PhoneSecrets.hash("another"))).isFalse();
        assertThat(store().offer(ACME, id, hash(phone))).isTrue();
        assertThat(store().offer(ACME, id, hash(phone))).isFalse();
        assertThat(store().find(ACME, id)).contains(phone);

        String fresh = PhoneSecrets.hash("fresh");
        store().update(ACME, with(phone, fresh), 1);
        assertThat(store().offer(ACME, id, hash(phone))).isFalse();
        assertThat(store().offer(ACME, id, fresh)).isTrue();
        store().claim(ACME, id, fresh);
        assertThat(store().offer(ACME, id, fresh)).isFalse();
    }

    private static StoredPhone with(StoredPhone phone, String hash) {
        return new StoredPhone(phone.phone(), Optional.of(hash), phone.account(), phone.sealed(), phone.state());
    }

    @Test
    default void aChangeNeedsTheVersionBefore() {
        StoredPhone phone = phone();
        store().insert(ACME, phone);
        var other = new StoredPhone(
                phone.phone().device(Ids.next()), phone.tokenHash(), phone.account(), "other", phone.state());
        assertThat(store().update(ACME, other, 2)).isFalse();
        assertThat(store().update(ACME, other, 1)).isTrue();
        assertThat(store().find(ACME, phone.phone().id())).contains(other);
    }

    @Test
    default void listsByHardwareAddress() {
        var portal = new PortalId(Ids.next());
        List<StoredPhone> phones = List.of(phone(), phone(), phone());
        phones.forEach(phone -> store().insert(portal, phone));
        var first = store().list(portal, PageRequest.first(2));
        assertThat(first.items()).hasSize(2);
        assertThat(first.total()).hasValue(3);
        var last = store().list(portal, new PageRequest(2, first.next()));
        assertThat(last.next()).isEmpty();
        assertThat(java.util.stream.Stream.concat(first.items().stream(), last.items().stream())
                        .map(stored -> stored.phone().mac()))
                .isSorted()
                .hasSize(3);
    }

    @Test
    default void aHardwareAddressIsThereOnceOnTheServer() {
        StoredPhone phone = phone();
        store().insert(ACME, phone);
        var twin =
                new StoredPhone(phone.phone(), Optional.empty(), PhoneSecrets.random(8), phone.sealed(), phone.state());
        assertThatThrownBy(() -> store().insert(BOLT, twin)).isInstanceOf(RuntimeException.class);
    }
}
