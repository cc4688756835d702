package org.patchbay.provisioning.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file is filled with; a switch that is off is an empty text. Immutable.
 *
 * @param keys the same values with those of one key
 */
public record Values(Map<String, String> values, List<Values> keys) {

    /** What every file may have. */
    public static final Set<String> NAMES = Set.of(
            "phone.mac",
            "phone.model",
            "phone.label",
            "phone.ringTone",
            "admin.password",
            "account.user",
            "account.password",
            "account.name",
            "account.number",
            "server.host",
            "server.port",
            "server.transport",
            "server.udp",
            "server.tcp",
            "server.tls",
            "zone.name",
            "zone.hours",
            "zone.seconds",
            "zone.quarters",
            "zone.posix",
            "language.code",
            "language.english",
            "language.own",
            "voicemail.code",
            "pickup.code",
            "provisioning.url",
            "provisioning.user",
            "provisioning.password");

    /** What a key has besides. */
    public static final Set<String> KEY_NAMES = Set.of(
            "key.place",
            "key.index",
            "key.value",
            "key.label",
            "key.extension",
            "key.park",
            "key.speed",
            "key.firstSix",
            "key.modeSetting",
            "key.accountSetting",
            "key.labelSetting",
            "key.valueSetting");

    public Values {
        values = Map.copyOf(values);
        keys = List.copyOf(keys);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** These with others beside them. */
    public Values with(Map<String, String> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return new Values(all, List.of());
    }

    @Override
    public String toString() {
        return "Values[]";
    }
}
