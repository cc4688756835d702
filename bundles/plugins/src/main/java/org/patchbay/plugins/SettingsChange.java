package org.patchbay.plugins;

import java.util.Map;
import java.util.TreeMap;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.plugins.store.StoredSettings;

/** A change of a plugin's settings for the audit: of a secret only that it was set, changed or removed. */
final class SettingsChange {

    private SettingsChange() {}

    static AuditDraft of(String plugin, StoredSettings before, StoredSettings after) {
        Map<String, String> old = plain(before);
        Map<String, String> now = plain(after);
        before.sealed().keySet().forEach(name -> old.put(name, "set"));
        after.sealed().forEach((name, value) -> {
            boolean kept = value.equals(before.sealed().get(name));
            now.put(name, kept || !before.sealed().containsKey(name) ? "set" : "changed");
        });
        String action = after.equals(StoredSettings.NONE) ? "plugin.unconfigured" : "plugin.configured";
        return new AuditDraft(action, "plugin", plugin, old, now);
    }

    private static Map<String, String> plain(StoredSettings settings) {
        Map<String, String> fields = new TreeMap<>();
        settings.plain().forEach((name, value) -> fields.put(name, String.valueOf(value)));
        return fields;
    }
}
