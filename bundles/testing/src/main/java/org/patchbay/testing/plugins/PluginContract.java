package org.patchbay.testing.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;

/** What every plugin does. */
public interface PluginContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");

    Plugin plugin();

    /** Settings that work, as {@code PluginSettings} gives them: checked, with defaults. */
    Settings working();

    /** Settings that fit the schema, and that the other side refuses. */
    Settings refused();

    @Test
    default void hasANameForTheMachineAndOneForPeople() {
        assertThat(plugin().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(64);
        assertThat(plugin().title()).isNotBlank().hasSizeLessThanOrEqualTo(64);
    }

    @Test
    default void declaresAnObjectOfSettings() {
        assertThat(plugin().settingsSchema())
                .contains("\"type\": \"object\"", "\"properties\"")
                .hasSizeLessThanOrEqualTo(64 * 1024);
    }

    @Test
    default void passesItsTestWithWorkingSettings() throws PluginException {
        assertThat(plugin().test(working())).isNotBlank().doesNotContain("\n").hasSizeLessThanOrEqualTo(300);
    }

    @Test
    default void saysInOneSentenceWhatIsWrong() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> plugin().test(refused()))
                .satisfies(e -> assertThat(e.getMessage())
                        .isNotBlank()
                        .doesNotContain("\n")
                        .hasSizeLessThanOrEqualTo(300));
    }
}
