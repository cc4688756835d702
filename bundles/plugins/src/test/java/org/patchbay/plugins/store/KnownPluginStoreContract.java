package org.patchbay.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

interface KnownPluginStoreContract {

    KnownPluginStore known();

    @Test
    default void remembersTheLatestOfEachPlugin() {
        KnownPlugin failed = new KnownPlugin("crm", "Crm", "1.0.0", Optional.of("It failed"));
        KnownPlugin ldap = new KnownPlugin("ldap", "Ldap", "1.0.0", Optional.empty());
        KnownPlugin repaired = new KnownPlugin("crm", "CRM", "1.0.1", Optional.empty());
        known().save(failed);
        known().save(ldap);
        known().save(repaired);

        assertThat(known().all()).containsExactly(repaired, ldap);
        known().remove("ldap");
        known().remove("ldap");
        assertThat(known().all()).containsExactly(repaired);
    }
}
