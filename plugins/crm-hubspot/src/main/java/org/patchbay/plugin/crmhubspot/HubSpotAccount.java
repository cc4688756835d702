package org.patchbay.plugin.crmhubspot;

import java.net.URI;
import java.util.Map;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.PluginException;

/** A portal's account at HubSpot; its text form hides the token. */
record HubSpotAccount(PortalId portal, String baseAddress, String token) {

    static HubSpotAccount of(Settings settings) throws PluginException {
        String base = settings.text("baseAddress").orElse("https://api.hubapi.com");
        String token = settings.text("token")
                .orElseThrow(() -> new PluginException("HubSpot needs the token of a private app", false));
        return new HubSpotAccount(settings.portal(), base.replaceFirst("/+$", ""), token);
    }

    URI at(String path) throws PluginException {
        try {
            return URI.create(baseAddress + path);
        } catch (IllegalArgumentException e) {
            throw new PluginException("HubSpot's address is not one", false);
        }
    }

    Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
    }

    @Override
    public String toString() {
        return "HubSpot of " + portal;
    }
}
