package org.patchbay.plugin.crmhubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.http.Http;
import org.patchbay.api.plugins.Settings;
import org.patchbay.plugin.crmhubspot.HubSpotClient.Request;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;

/** What this plugin says of itself. */
@Component
public final class HubSpotPlugin implements Plugin {

    private final HubSpotClient client;
    private final String schema;

    @Activate
    public HubSpotPlugin(@Reference Http http) {
        client = new HubSpotClient(http);
        try (var stream = HubSpotPlugin.class.getResourceAsStream("settings.json")) {
            schema = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return ContactJson.PLUGIN;
    }

    @Override
    public String title() {
        return "HubSpot";
    }

    @Override
    public String settingsSchema() {
        return schema;
    }

    @Override
    public String test(Settings settings) throws PluginException {
        HubSpotAccount account = HubSpotAccount.of(settings);
        var contacts = client.send(account, Request.get("/crm/v3/objects/contacts?limit=1"));
        if (!contacts.json().has("results")) {
            throw new PluginException("What answers there is not HubSpot", false);
        }
        var details =
                client.send(account, Request.get("/account-info/v3/details")).json();
        return Optional.ofNullable(details.get("portalId"))
                .map(id -> "HubSpot answers: account " + id.getAsString())
                .orElse("HubSpot answers");
    }
}
