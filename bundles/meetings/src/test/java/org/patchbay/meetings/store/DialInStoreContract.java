package org.patchbay.meetings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;

/** What every store of dial-in numbers does. */
interface DialInStoreContract {

    PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    PortalId OTHER = new PortalId("018f0000-0000-7000-8000-00000000000b");
    StoredDialIn ONE = new StoredDialIn("48201763", "a".repeat(64), "sealed one");

    DialInStore store();

    @Test
    default void findsANumberInItsPortalOnly() {
        DialInStore store = store();
        store.add(ACME, ONE);

        assertThat(store.byNumber(ACME, ONE.number())).contains(ONE);
        assertThat(store.byCodeHash(ACME, ONE.codeHash())).contains(ONE);
        assertThat(store.byNumber(OTHER, ONE.number())).isEmpty();
        assertThat(store.byCodeHash(OTHER, ONE.codeHash())).isEmpty();
        assertThat(store.byNumber(ACME, "48201764")).isEmpty();
        assertThat(store.byCodeHash(ACME, "b".repeat(64))).isEmpty();
    }

    @Test
    default void aNumberLeadsToOneLink() {
        DialInStore store = store();
        store.add(ACME, ONE);

        var same = new StoredDialIn(ONE.number(), "b".repeat(64), "sealed two");
        assertThatThrownBy(() -> store.add(ACME, same)).isInstanceOf(RuntimeException.class);
        assertThat(store.byNumber(ACME, ONE.number())).contains(ONE);
        assertThat(store.byCodeHash(ACME, same.codeHash())).isEmpty();
        store.add(OTHER, same);
        assertThat(store.byNumber(OTHER, ONE.number())).contains(same);
    }

    @Test
    default void aLinkHasOneNumber() {
        DialInStore store = store();
        store.add(ACME, ONE);

        var second = new StoredDialIn("10000000", ONE.codeHash(), ONE.sealedCode());
        assertThatThrownBy(() -> store.add(ACME, second)).isInstanceOf(RuntimeException.class);
        assertThat(store.byNumber(ACME, second.number())).isEmpty();
        assertThat(store.byCodeHash(ACME, ONE.codeHash())).contains(ONE);
    }

    @Test
    default void erasesOnePortal() {
        DialInStore store = store();
        store.add(ACME, ONE);
        store.add(OTHER, ONE);
        store.erase(ACME);

        assertThat(store.byNumber(ACME, ONE.number())).isEmpty();
        assertThat(store.byNumber(OTHER, ONE.number())).contains(ONE);
    }
}
