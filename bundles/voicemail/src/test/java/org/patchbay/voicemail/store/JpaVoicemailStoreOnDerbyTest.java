package org.patchbay.voicemail.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaVoicemailStoreOnDerbyTest implements VoicemailStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("voicemail");

    @Override
    public VoicemailStore store() {
        return new JpaVoicemailStore(DATABASE.jpa());
    }
}
