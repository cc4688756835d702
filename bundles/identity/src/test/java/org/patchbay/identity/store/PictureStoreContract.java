package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.picture.StoredPicture;

/** What every store of pictures does. */
interface PictureStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-000000000001");
    PersonId EVE = new PersonId("02000000-0000-7000-8000-000000000002");

    PictureStore store();

    static StoredPicture picture(String hash) {
        return new StoredPicture(hash, "image/png", new byte[] {0, 1, -1, (byte) hash.length()});
    }

    @Test
    default void keepsOnePictureForEachPersonOfAPortal() {
        store().put(ACME, ADA, Optional.of(picture("aa")));
        store().put(ACME, EVE, Optional.of(picture("aa")));

        assertThat(store().find(ACME, "aa").orElseThrow().content()).containsExactly(0, 1, -1, 2);
        assertThat(store().find(ACME, "aa").orElseThrow().mediaType()).isEqualTo("image/png");
        assertThat(store().find(BOLT, "aa")).isEmpty();
        store().put(ACME, ADA, Optional.of(picture("bbb")));
        assertThat(store().find(ACME, "bbb")).isPresent();
        assertThat(store().find(ACME, "aa")).isPresent();
        store().put(ACME, EVE, Optional.empty());
        assertThat(store().find(ACME, "aa")).isEmpty();
        store().erase(BOLT);
        assertThat(store().find(ACME, "bbb")).isPresent();
        store().erase(ACME);
        assertThat(store().find(ACME, "bbb")).isEmpty();
    }
}
