package org.patchbay.scripting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.api.scripting.ScriptVersion;
import org.patchbay.api.scripting.Scripts;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.scripting.log.LogBook;
import org.patchbay.scripting.run.ScriptHost;
import org.patchbay.scripting.store.Author;
import org.patchbay.scripting.store.HostStore;
import org.patchbay.scripting.store.ScriptStore;

/** The component behind {@link Scripts}. */
@Component(configurationPid = "org.patchbay.scripting")
public final class ScriptService implements Scripts {

    private static final int MAX_VERSIONS = 50;

    private final ScriptStore store;
    private final HostStore hosts;
    private final ScriptHost host;
    private final LogBook logs;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unitOfWork;
    private final int scriptsPerPortal;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ScriptService(
            @Reference ScriptStore store,
            @Reference HostStore hosts,
            @Reference ScriptHost host,
            @Reference LogBook logs,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unitOfWork,
            ScriptingConfig config) {
        this.store = store;
        this.hosts = hosts;
        this.host = host;
        this.logs = logs;
        this.events = events;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.scriptsPerPortal = config.scriptsPerPortal();
    }

    @Override
    public Script create(PortalId portal, ScriptDraft draft, Caller by) {
        var checked = check(draft);
        return unitOfWork.call(() -> {
            if (store.count(portal) >= scriptsPerPortal) {
                throw Problem.LIMITED.because("scripts.many", "A portal has at most " + scriptsPerPortal + " scripts");
            }
            refuseDouble(portal, checked.name(), "");
            var script = store.add(portal, Ids.next(clock), checked, Author.of(by), clock.instant());
            audit.record(portal, by, change("script.created", script.id(), Map.of(), fields(script)));
            saved(portal, script, Author.of(by));
            return script;
        });
    }

    @Override
    public Script update(PortalId portal, String id, long version, ScriptDraft draft, Caller by) {
        var checked = check(draft);
        return unitOfWork.call(() -> {
            refuseDouble(portal, checked.name(), id);
            var before = store.find(portal, id).map(ScriptService::fields).orElse(Map.of());
            var script = store.replace(portal, id, version, checked, Author.of(by), clock.instant());
            audit.record(portal, by, change("script.updated", id, before, fields(script)));
            saved(portal, script, Author.of(by));
            return script;
        });
    }

    /** Not the source: the script's versions have it. */
    private static Map<String, String> fields(Script script) {
        return Map.of(
                "name", script.name(),
                "enabled", Boolean.toString(script.enabled()),
                "version", Long.toString(script.version()));
    }

    private static AuditDraft change(String action, String id, Map<String, String> before, Map<String, String> after) {
        return new AuditDraft(action, "script", id, before, after);
    }

    private void saved(PortalId portal, Script script, Author by) {
        var data = new ScriptEvents.ScriptSaved(
                script.id(),
                script.name(),
                script.version(),
                script.enabled(),
                by.name(),
                by.person().map(PersonId::value));
        events.publish(portal, ScriptEvents.SAVED, script.id(), data);
        unitOfWork.afterCommit(() -> host.changed(new ScriptKey(portal, script.id())));
    }

    private void refuseDouble(PortalId portal, String name, String except) {
        if (store.named(portal, name).filter(id -> !id.equals(except)).isPresent()) {
            throw Problem.INVALID.at("/name", "name.taken", "another script has this name");
        }
    }

    private ScriptDraft check(ScriptDraft draft) {
        var checked = DraftRules.check(draft);
        host.check(checked.source()).ifPresent(error -> {
            throw DraftRules.syntax(error);
        });
        return checked;
    }

    @Override
    public void delete(PortalId portal, String id, Caller by) {
        unitOfWork.run(() -> {
            var script = store.find(portal, id)
                    .orElseThrow(() -> Problem.NOT_FOUND.because("script.unknown", "There is no such script"));
            store.remove(portal, id);
            audit.record(portal, by, change("script.deleted", id, fields(script), Map.of()));
            events.publish(portal, ScriptEvents.DELETED, id, new ScriptEvents.ScriptDeleted(id, script.name()));
            unitOfWork.afterCommit(() -> host.changed(new ScriptKey(portal, id)));
        });
    }

    @Override
    public Optional<Script> find(PortalId portal, String id) {
        return store.find(portal, id);
    }

    @Override
    public Page<Script> list(PortalId portal, PageRequest page) {
        return store.list(portal, page);
    }

    @Override
    public List<ScriptVersion> versions(PortalId portal, String id) {
        require(portal, id);
        return store.versions(portal, id, MAX_VERSIONS);
    }

    @Override
    public List<LogLine> log(PortalId portal, String id) {
        require(portal, id);
        return logs.last(new ScriptKey(portal, id));
    }

    private void require(PortalId portal, String id) {
        if (store.find(portal, id).isEmpty()) {
            throw Problem.NOT_FOUND.because("script.unknown", "There is no such script", Map.of("script", id));
        }
    }

    @Override
    public List<String> allowedHosts(PortalId portal) {
        return hosts.hosts(portal);
    }

    @Override
    public void allowHosts(PortalId portal, List<String> names, Caller by) {
        var checked = DraftRules.hosts(names);
        unitOfWork.run(() -> {
            var before = Map.of("allowedHosts", String.join(", ", hosts.hosts(portal)));
            hosts.hosts(portal, checked);
            var after = Map.of("allowedHosts", String.join(", ", checked));
            audit.record(
                    portal, by, new AuditDraft("script-settings.updated", "portal", portal.value(), before, after));
        });
    }
}
