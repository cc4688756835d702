package org.patchbay.voicemail.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaDictationStoreOnDerbyTest implements DictationStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("voicemail");

    @Override
    public DictationStore store() {
        return new JpaDictationStore(DATABASE.jpa());
    }
}
