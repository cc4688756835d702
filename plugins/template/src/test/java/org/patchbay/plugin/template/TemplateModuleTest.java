package org.patchbay.plugin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.testing.plugins.InMemoryPluginSettings;

class TemplateModuleTest {

    private static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    private static final PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    private final TemplateModule module =
            new TemplateModule(new InMemoryPluginSettings().with(ACME, "template", Map.of("greeting", "Good day")));

    @Test
    void greetsAsThePortalHasSetIt() {
        assertThat(module.greet(ACME, "Ada")).isEqualTo("Good day, Ada");
    }

    @Test
    void greetsNobodyWhereItIsNotConnected() {
        assertThatExceptionOfType(PatchbayException.class).isThrownBy(() -> module.greet(OTHER, "Ada"));
    }
}
