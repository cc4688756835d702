package org.patchbay.mail.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaMailStoreOnDerbyTest implements MailStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("mail");

    @Override
    public MailStore store() {
        return new JpaMailStore(DATABASE.jpa());
    }
}
