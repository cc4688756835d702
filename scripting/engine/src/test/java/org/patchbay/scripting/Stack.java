package org.patchbay.scripting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.scripting.log.LogBook;
import org.patchbay.scripting.module.HttpModule;
import org.patchbay.scripting.module.Invoker;
import org.patchbay.scripting.module.KvModule;
import org.patchbay.scripting.module.ModuleDirectory;
import org.patchbay.scripting.run.Records;
import org.patchbay.scripting.run.ScriptHost;
import org.patchbay.scripting.store.JpaLineStore;
import org.patchbay.scripting.store.JpaRunStore;
import org.patchbay.scripting.store.JpaScriptStore;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.http.FakeHttp;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.kv.InMemoryKeyValues;
import org.patchbay.testing.store.TestDatabase;

/** The whole slice with a real database and a real worker; other slices are in memory. */
public final class Stack implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final ScriptingConfig config;
    private final List<ScriptModule> extra;
    private final InMemoryCluster cluster = InMemoryCluster.repeating();
    private final InMemoryKeyValues values = new InMemoryKeyValues();
    private final FakeHttp http = new FakeHttp();
    private final InMemoryEvents events;
    private final List<AutoCloseable> closing = new ArrayList<>();
    private ScriptService scripts;
    private ScriptHost host;
    private final InMemoryAudit audit = new InMemoryAudit();
    private volatile ScriptSubscriber subscriber;

    public Stack(TestDatabase database, Map<String, ?> settings, EventTypes types, ScriptModule... extra) {
        this.database = database;
        this.config = Settings.with(settings);
        this.extra = List.of(extra);
        this.events = new InMemoryEvents(database.unitOfWork(), types, new ScriptEvents());
        start();
        events.subscribe(new org.patchbay.spi.events.EventSubscriber() {
            @Override
            public String name() {
                return "scripts";
            }

            @Override
            public void on(org.patchbay.api.events.Event event) {
                subscriber.on(event);
            }
        });
    }

    public InMemoryAudit audit() {
        return audit;
    }

    /** The bundle starts. */
    private void start() {
        var scriptStore = new JpaScriptStore(database.jpa());
        var runStore = new JpaRunStore(database.jpa());
        var node = cluster.node("a");
        var logs = new LogBook(new JpaLineStore(database.jpa()), node);
        var modules = new ArrayList<>(extra);
        modules.add(new KvModule(values, database.unitOfWork()));
        modules.add(new HttpModule(http, runStore, config));
        var invoker = new Invoker(new ModuleDirectory(modules));
        var records = new Records(scriptStore, runStore, events, database.unitOfWork());
        host = new ScriptHost(records, logs, invoker, node, config);
        scripts = new ScriptService(scriptStore, runStore, host, logs, events, audit, database.unitOfWork(), config);
        subscriber = new ScriptSubscriber(host);
        closing.add(0, logs::close);
        closing.add(0, host::stop);
    }

    /** The server stops and starts again. */
    public void restart() throws Exception {
        for (var each : closing) {
            each.close();
        }
        closing.clear();
        start();
    }

    @Override
    public void close() throws Exception {
        for (var each : closing) {
            each.close();
        }
        cluster.close();
    }

    public ScriptService scripts() {
        return scripts;
    }

    public ScriptHost host() {
        return host;
    }

    public InMemoryEvents events() {
        return events;
    }

    public FakeHttp http() {
        return http;
    }

    public InMemoryKeyValues values() {
        return values;
    }

    public PortalId portal() {
        return new PortalId(Ids.next());
    }

    /** Saves and waits until it runs. */
    public Script run(PortalId portal, String name, String source) {
        var script = scripts.create(portal, new ScriptDraft(name, source, true), by(portal));
        awaitState(portal, script.id(), Script.State.RUNNING);
        return script;
    }

    static Caller by(PortalId portal) {
        return Callers.administrator(portal);
    }

    public Script awaitState(PortalId portal, String id, Script.State state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scripts.find(portal, id))
                .hasValueSatisfying(script -> assertThat(script.state())
                        .as("%s %s", script.error(), texts(portal, id))
                        .isEqualTo(state)));
        return scripts.find(portal, id).orElseThrow();
    }

    public List<String> texts(PortalId portal, String id) {
        return scripts.log(portal, id).stream().map(LogLine::text).toList();
    }

    /** Waits until a line of the log contains the text. */
    public LogLine awaitLine(PortalId portal, String id, String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(texts(portal, id)).anyMatch(text -> text.contains(part)));
        return scripts.log(portal, id).stream()
                .filter(line -> line.text().contains(part))
                .findFirst()
                .orElseThrow();
    }
}
