package org.patchbay.scripting.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.Events;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.scripting.ScriptEvents;
import org.patchbay.scripting.ScriptKey;
import org.patchbay.scripting.store.RunStore;
import org.patchbay.scripting.store.ScriptStore;

/** What running scripts read and write outside the worker: their source, the journal, their state. Blocks. */
@Component(service = Records.class)
public final class Records {

    private final ScriptStore scripts;
    private final RunStore runs;
    private final Events events;
    private final UnitOfWork unitOfWork;

    @Activate
    public Records(
            @Reference ScriptStore scripts,
            @Reference RunStore runs,
            @Reference Events events,
            @Reference UnitOfWork unitOfWork) {
        this.scripts = scripts;
        this.runs = runs;
        this.events = events;
        this.unitOfWork = unitOfWork;
    }

    Optional<Script> script(ScriptKey key) {
        return scripts.find(key.portal(), key.script());
    }

    List<ScriptKey> enabled() {
        return scripts.enabled().stream()
                .map(found -> new ScriptKey(found.portal(), found.id()))
                .toList();
    }

    /** Where a script goes on in the journal: at its end, unless it ran before and was not switched off since. */
    long position(ScriptKey key) {
        var kept = runs.position(key.portal(), key.script());
        return kept.isPresent() && kept.getAsLong() >= 0 ? kept.getAsLong() : end(key.portal());
    }

    /** The number of the portal's last event. */
    long end(PortalId portal) {
        return events.history(portal, EventFilter.ALL, PageRequest.first(1)).items().stream()
                .mapToLong(Event::sequence)
                .findFirst()
                .orElse(0);
    }

    List<Event> journal(PortalId portal, long after, int limit) {
        return events.after(portal, after, Math.max(1, Math.min(limit, PageRequest.MAX_LIMIT)));
    }

    void state(ScriptKey key, Script.State state, Optional<String> error) {
        unitOfWork.run(() -> {
            var script = scripts.find(key.portal(), key.script());
            if (script.isEmpty()) {
                return;
            }
            var name = script.get().name();
            runs.state(key.portal(), key.script(), state, error);
            if (state == Script.State.RUNNING) {
                var data = new ScriptEvents.ScriptStarted(key.script(), name);
                events.publish(key.portal(), ScriptEvents.STARTED, key.script(), data);
            } else if (state == Script.State.FAILED) {
                var data = new ScriptEvents.ScriptFailed(key.script(), name, error.orElse(""));
                events.publish(key.portal(), ScriptEvents.FAILED, key.script(), data);
            }
        });
    }

    void positions(Map<ScriptKey, Long> positions) {
        var portals = new HashMap<PortalId, Map<String, Long>>();
        positions.forEach((key, position) ->
                portals.computeIfAbsent(key.portal(), any -> new HashMap<>()).put(key.script(), position));
        portals.forEach(runs::positions);
    }

    /** The next time the script runs, it goes on from then. */
    void forgetPosition(ScriptKey key) {
        runs.positions(key.portal(), Map.of(key.script(), -1L));
    }
}
