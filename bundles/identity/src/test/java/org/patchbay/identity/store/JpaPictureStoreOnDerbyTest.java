package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPictureStoreOnDerbyTest implements PictureStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Test
    void replacesAPictureThatWasLookedAt() {
        store().put(Samples.ACME, ADA, Optional.of(PictureStoreContract.picture("aa")));

        DATABASE.unitOfWork().run(() -> {
            store().find(Samples.ACME, "aa");
            store().put(Samples.ACME, ADA, Optional.of(PictureStoreContract.picture("bbb")));
        });

        assertThat(store().find(Samples.ACME, "bbb")).isPresent();
        assertThat(store().find(Samples.ACME, "aa")).isEmpty();
    }

    @Override
    public PictureStore store() {
        return new JpaPictureStore(DATABASE.jpa());
    }
}
