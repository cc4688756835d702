package org.patchbay.voicemail.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaDictationStoreOnPostgresqlTest implements DictationStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("voicemail");

    @Override
    public DictationStore store() {
        return new JpaDictationStore(DATABASE.jpa());
    }
}
