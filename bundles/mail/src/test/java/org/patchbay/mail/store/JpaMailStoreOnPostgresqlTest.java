package org.patchbay.mail.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaMailStoreOnPostgresqlTest implements MailStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("mail");

    @Override
    public MailStore store() {
        return new JpaMailStore(DATABASE.jpa());
    }
}
