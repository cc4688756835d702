package org.patchbay.voicemail.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaVoicemailStoreOnPostgresqlTest implements VoicemailStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("voicemail");

    @Override
    public VoicemailStore store() {
        return new JpaVoicemailStore(DATABASE.jpa());
    }
}
