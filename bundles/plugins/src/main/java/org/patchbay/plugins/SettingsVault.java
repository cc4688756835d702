package org.patchbay.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.plugins.store.StoredSettings;

/** Parts secrets from other settings: sealed in the store, in the clear for the plugin alone. */
final class SettingsVault {

    private final Secrets secrets;

    SettingsVault(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The stored settings after a change: secrets left out are kept, empty ones removed. */
    StoredSettings change(
            PortalId portal,
            String plugin,
            Set<String> secretNames,
            StoredSettings before,
            Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        Map<String, String> sealed = new LinkedHashMap<>();
        before.sealed().forEach((name, value) -> {
            if (secretNames.contains(name) && !values.containsKey(name)) {
                sealed.put(name, value);
            }
        });
        values.forEach((name, value) -> {
            if (!secretNames.contains(name)) {
                plain.put(name, value);
            } else if (!value.toString().isEmpty()) {
                sealed.put(name, secrets.seal(portal, field(plugin, name), value.toString()));
            }
        });
        return new StoredSettings(plain, sealed, before.revision() + 1);
    }

    /** All values in the clear, and which secrets do not open. */
    Opened open(PortalId portal, String plugin, StoredSettings stored, Set<String> known) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> unreadable = new ArrayList<>();
        stored.plain().forEach((name, value) -> {
            if (known.contains(name)) {
                values.put(name, value);
            }
        });
        stored.sealed().forEach((name, value) -> {
            if (known.contains(name)) {
                open(portal, plugin, name, value, unreadable).ifPresent(plain -> values.put(name, plain));
            }
        });
        return new Opened(values, unreadable);
    }

    private Optional<String> open(
            PortalId portal, String plugin, String name, String sealed, List<FieldError> unreadable) {
        try {
            return Optional.of(secrets.open(portal, field(plugin, name), sealed));
        } catch (PatchbayException e) {
            unreadable.add(new FieldError('/' + name, e.code(), "does not open; enter it again"));
            return Optional.empty();
        }
    }

    private static String field(String plugin, String name) {
        return "plugin/" + plugin + '/' + name;
    }

    /** Settings in the clear; its text form hides them. */
    record Opened(Map<String, Object> values, List<FieldError> unreadable) {
        @Override
        public String toString() {
            return "Opened " + values.keySet();
        }
    }
}
