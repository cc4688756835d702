package org.patchbay.scripting.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.api.PortalId;
import org.patchbay.scripting.ScriptKey;

/** The scripts that are to run, by portal and by the handle of their present loading. Thread-safe. */
final class Cast {

    private final Map<PortalId, Map<String, RunningScript>> portals = new ConcurrentHashMap<>();
    private final Map<Integer, RunningScript> handles = new ConcurrentHashMap<>();
    private final AtomicInteger lastHandle = new AtomicInteger();

    Optional<RunningScript> find(ScriptKey key) {
        return Optional.ofNullable(portals.getOrDefault(key.portal(), Map.of()).get(key.script()));
    }

    void put(RunningScript script) {
        portals.computeIfAbsent(script.key().portal(), any -> new ConcurrentHashMap<>())
                .put(script.key().script(), script);
    }

    /** Takes the script out and stops it. */
    Optional<RunningScript> remove(ScriptKey key) {
        var scripts = portals.get(key.portal());
        var removed = Optional.ofNullable(scripts == null ? null : scripts.remove(key.script()));
        removed.ifPresent(RunningScript::stop);
        return removed;
    }

    Collection<RunningScript> of(PortalId portal) {
        return portals.getOrDefault(portal, Map.of()).values();
    }

    List<RunningScript> all() {
        return portals.values().stream()
                .flatMap(scripts -> scripts.values().stream())
                .toList();
    }

    int handle(RunningScript script) {
        int handle = lastHandle.incrementAndGet();
        handles.put(handle, script);
        return handle;
    }

    void release(int handle) {
        handles.remove(handle);
    }

    Optional<RunningScript> byHandle(int handle) {
        return Optional.ofNullable(handles.get(handle));
    }
}
