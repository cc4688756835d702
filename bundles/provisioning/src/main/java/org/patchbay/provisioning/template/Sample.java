package org.patchbay.provisioning.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a phone that does not exist, each name of which has one, to try a template with. */
public final class Sample {

    private Sample() {}

    /** Every value, and a key of each kind; each value is its own name. */
    public static Values values() {
        Map<String, String> values = new HashMap<>();
        Values.NAMES.forEach(name -> values.put(name, name));
        values.put("server.udp", "");
        values.put("server.tcp", "");
        values.put("server.port", "5061");
        values.put("phone.mac", "001565aabbcc");
        var base = new Values(values, List.of());
        return new Values(
                values, List.of(key(base, 1, "key.extension"), key(base, 2, "key.park"), key(base, 3, "key.speed")));
    }

    private static Values key(Values base, int index, String kind) {
        Map<String, String> key = new HashMap<>(KeyValues.of(index, "10" + index, "Key " + index));
        key.put(kind, "on");
        return base.with(key);
    }
}
