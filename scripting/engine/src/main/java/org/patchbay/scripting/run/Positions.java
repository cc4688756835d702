package org.patchbay.scripting.run;

import java.util.HashMap;
import java.util.Map;
import org.patchbay.scripting.ScriptKey;

/** Which positions have changed since they were last kept. Confined to one thread. */
final class Positions {

    private final Records records;
    private final Map<ScriptKey, Long> kept = new HashMap<>();

    Positions(Records records) {
        this.records = records;
    }

    void keep(Iterable<RunningScript> scripts) {
        var changed = new HashMap<ScriptKey, Long>();
        for (var script : scripts) {
            long position = script.position();
            if (!script.ended() && !Long.valueOf(position).equals(kept.get(script.key()))) {
                changed.put(script.key(), position);
            }
        }
        if (!changed.isEmpty()) {
            records.positions(changed);
            kept.putAll(changed);
        }
    }

    void forget(ScriptKey key) {
        kept.remove(key);
    }
}
