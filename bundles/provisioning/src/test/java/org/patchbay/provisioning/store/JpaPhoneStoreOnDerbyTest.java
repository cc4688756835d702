package org.patchbay.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPhoneStoreOnDerbyTest implements PhoneStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("provisioning");

    @Override
    public PhoneStore store() {
        return new JpaPhoneStore(DATABASE.jpa());
    }

    @Test
    void keepsATemplateUntilItIsTakenBack() {
        var templates = new JpaTemplateStore(DATABASE.jpa());
        templates.save("snom", "one");
        templates.save("snom", "two");
        assertThat(templates.find("snom")).contains("two");
        templates.delete("snom");
        assertThat(templates.find("snom")).isEmpty();
    }
}
