package org.patchbay.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.plugins.PluginView.Tested;

interface SettingsStoreContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    SettingsStore store();

    @Test
    default void findsWhatWasSaved() {
        StoredSettings first = new StoredSettings(
                Map.of("text", "ä", "yes", true, "count", 7, "share", new BigDecimal("0.25")),
                Map.of("token", "v1.x.y"),
                1);
        store().save(ACME, "crm", first);

        assertThat(store().find(ACME, "crm")).contains(first);
        StoredSettings second = new StoredSettings(Map.of("text", "b"), Map.of(), 2);
        store().save(ACME, "crm", second);
        assertThat(store().all(ACME)).isEqualTo(Map.of("crm", second));
    }

    @Test
    default void refusesAChangeOfAnotherRevision() {
        store().save(ACME, "crm", settings("a", 1));

        for (StoredSettings stale : new StoredSettings[] {settings("b", 1), settings("b", 3)}) {
            assertThatExceptionOfType(PatchbayException.class)
                    .isThrownBy(() -> store().save(ACME, "crm", stale))
                    .asInstanceOf(type(PatchbayException.class))
                    .returns(Problem.STALE, PatchbayException::problem);
        }
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> store().save(ACME, "never", settings("b", 2)));
        assertThat(store().find(ACME, "crm")).contains(settings("a", 1));
    }

    @Test
    default void keepsPortalsAndPluginsApart() {
        store().save(ACME, "crm", settings("acme", 1));
        store().save(OTHER, "crm", settings("other", 1));
        store().save(ACME, "ldap", settings("ldap", 1));

        assertThat(store().remove(OTHER, "crm")).isTrue();
        assertThat(store().remove(OTHER, "crm")).isFalse();
        assertThat(store().find(OTHER, "crm")).isEmpty();
        assertThat(store().all(ACME)).containsOnlyKeys("crm", "ldap");
        store().erase(ACME);
        assertThat(store().all(ACME)).isEmpty();
    }

    @Test
    default void keepsTheTestOfThePresentRevision() {
        Tested passed = new Tested(true, "ä answers", Instant.parse("2026-01-01T00:00:00.123456Z"));
        store().save(ACME, "crm", settings("a", 1));
        store().save(OTHER, "crm", settings("a", 1));
        store().tested(ACME, "crm", 2, passed);
        store().tested(ACME, "never", 1, passed);
        assertThat(store().find(ACME, "crm").orElseThrow().tested()).isEmpty();

        store().tested(ACME, "crm", 1, passed);
        assertThat(store().find(ACME, "crm").orElseThrow().tested()).contains(passed);
        assertThat(store().find(OTHER, "crm").orElseThrow().tested()).isEmpty();
        Tested refused = new Tested(false, "refused", passed.at().plusSeconds(1));
        store().tested(ACME, "crm", 1, refused);
        assertThat(store().find(ACME, "crm").orElseThrow().tested()).contains(refused);
        store().save(ACME, "crm", settings("b", 2));
        assertThat(store().find(ACME, "crm").orElseThrow().tested()).isEmpty();
    }

    private static StoredSettings settings(String text, long revision) {
        return new StoredSettings(Map.of("text", text), Map.of(), revision);
    }
}
