package org.patchbay.plugin.crmhubspot;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.spi.plugins.PluginException;

/** Knows where an account's contacts have their pages. Without an answer, contacts come without a link. Thread-safe. */
final class ContactLinks {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 500;

    private final HubSpotClient client;
    private final Clock clock;
    private final Map<HubSpotAccount, Found> found = new ConcurrentHashMap<>();

    ContactLinks(HubSpotClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The address of a contact's page, without its id. */
    Optional<String> prefix(HubSpotAccount account) {
        Instant now = clock.instant();
        Optional<Found> known = Optional.ofNullable(found.get(account)).filter(at -> at.until.isAfter(now));
        if (known.isPresent()) {
            return known.get().prefix;
        }
        if (found.size() >= MOST) {
            found.clear();
        }
        Optional<String> prefix = ask(account);
        found.put(account, new Found(prefix, now.plus(KEPT)));
        return prefix;
    }

    private Optional<String> ask(HubSpotAccount account) {
        try {
            JsonObject details = client.send(account, HubSpotClient.Request.get("/account-info/v3/details"))
                    .json();
            if (!details.has("portalId") || !details.has("uiDomain")) {
                return Optional.empty();
            }
            return Optional.of("https://" + details.get("uiDomain").getAsString() + "/contacts/"
                    + details.get("portalId").getAsString() + "/record/0-1/");
        } catch (PluginException e) {
            return Optional.empty();
        }
    }

    private record Found(Optional<String> prefix, Instant until) {}
}
