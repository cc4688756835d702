package org.patchbay.plugin.template;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.plugins.PluginSettings;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** Functions for scripts, which import them from {@code plugin/template}. */
@Component
public final class TemplateModule implements ScriptModule {

    private final PluginSettings settings;

    @Activate
    public TemplateModule(@Reference PluginSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "plugin/" + TemplatePlugin.NAME;
    }

    @ScriptFunction("Greets somebody as the portal has set it.")
    public String greet(PortalId portal, String name) {
        return settings.of(portal, TemplatePlugin.NAME)
                        .flatMap(set -> set.text("greeting"))
                        .orElseThrow(() -> Problem.UNAVAILABLE.because("Template is not connected to this portal"))
                + ", " + name;
    }
}
