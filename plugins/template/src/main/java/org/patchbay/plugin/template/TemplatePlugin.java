package org.patchbay.plugin.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;

/** What this plugin says of itself. */
@Component
public final class TemplatePlugin implements Plugin {

    static final String NAME = "template";

    private final Http http;
    private final String schema;

    @Activate
    public TemplatePlugin(@Reference Http http) {
        this.http = http;
        try (var stream = TemplatePlugin.class.getResourceAsStream("settings.json")) {
            schema = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Template";
    }

    @Override
    public String settingsSchema() {
        return schema;
    }

    @Override
    public String test(Settings settings) throws PluginException {
        URI address = URI.create(settings.text("address").orElseThrow());
        String token = settings.text("token").orElseThrow();
        try {
            var reply = http.send(settings.portal(), HttpCall.get(address, Map.of("Authorization", "Bearer " + token)));
            return switch (reply.status()) {
                case 200 -> address.getHost() + " answers";
                case 401 -> throw new PluginException("Template refused the token", false);
                default -> throw new PluginException("Template answers with status " + reply.status(), true);
            };
        } catch (PatchbayException e) {
            throw new PluginException("Template does not answer: " + e.getMessage(), true);
        }
    }
}
