package org.patchbay.scripting.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Event;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.scripting.ScriptKey;
import org.patchbay.scripting.ScriptingConfig;
import org.patchbay.scripting.log.LogBook;
import org.patchbay.scripting.module.Invoker;
import org.patchbay.scripting.module.ScriptJson;
import org.patchbay.scripting.worker.Message;
import org.patchbay.scripting.worker.Supervisor;
import org.patchbay.scripting.worker.SyntaxError;
import org.patchbay.scripting.worker.WorkerLink;
import org.patchbay.scripting.worker.WorkerListener;
import org.patchbay.scripting.worker.WorkerSettings;
import org.patchbay.spi.scripting.ScriptRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the scripts of all portals, on the one node that is their home. Everything that waits for a database happens on
 * the thread {@code keeper}; events, messages of the worker and calls never wait for it.
 */
@Component(service = ScriptHost.class, configurationPid = "org.patchbay.scripting")
@Designate(ocd = ScriptingConfig.class)
public final class ScriptHost {

    private static final Logger log = LoggerFactory.getLogger(ScriptHost.class);
    private static final long LOOK_MILLIS = 1_000;

    /** Without scripts the worker starts when the server has, so that the first save need not wait for it. */
    private static final long IDLE_START_SECONDS = 20;

    private final Records records;
    private final LogBook logs;
    private final Invoker invoker;
    private final int handlerSeconds;
    private final Cast cast = new Cast();
    private final CallLanes lanes = new CallLanes();
    private final Quarantine quarantine = new Quarantine();
    private final Positions positions;
    private final Supervisor supervisor;
    private final Home home;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "script-keeper");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable WorkerLink link;

    @Activate
    public ScriptHost(
            @Reference Records records,
            @Reference LogBook logs,
            @Reference Invoker invoker,
            @Reference Cluster cluster,
            ScriptingConfig config) {
        this(records, logs, invoker, cluster, config.handlerSeconds(), WorkerSettings.of(config));
    }

    ScriptHost(
            Records records,
            LogBook logs,
            Invoker invoker,
            Cluster cluster,
            int handlerSeconds,
            WorkerSettings settings) {
        this.records = records;
        this.logs = logs;
        this.invoker = invoker;
        this.handlerSeconds = handlerSeconds;
        this.positions = new Positions(records);
        this.supervisor = new Supervisor(settings, new FromWorker());
        var unused = keeper.scheduleWithFixedDelay(safely(this::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        this.home = new Home(cluster, keeper, this::takeOver, this::giveUp, this::refresh);
    }

    @Deactivate
    public void stop() {
        home.close();
        supervisor.close();
        lanes.close();
        keeper.shutdown();
        safely(() -> positions.keep(cast.all())).run();
    }

    /** What is wrong with the source, if anything; blocks. */
    public Optional<SyntaxError> check(String source) {
        return supervisor.check(source);
    }

    /** The script was saved or deleted: whichever node runs it looks at it anew. */
    public void changed(ScriptKey key) {
        home.changed(key);
    }

    /** Hands an event to the portal's scripts; never waits for one. */
    public void offer(Event event) {
        if (event.type().equals("portal.deleted")) {
            cast.of(new PortalId(event.subject())).forEach(script -> changed(script.key()));
        }
        var scripts = cast.of(event.portal());
        if (!scripts.isEmpty()) {
            var parcel = Parcel.of(event);
            scripts.forEach(script -> script.offer(parcel));
        }
    }

    /** How many scripts of the portal are to run here. */
    public int running(PortalId portal) {
        return cast.of(portal).size();
    }

    /** The process id of the worker, while there is one. */
    public Optional<Long> workerPid() {
        return supervisor.pid();
    }

    private void takeOver() {
        records.enabled().forEach(this::refresh);
        var unused = keeper.schedule(supervisor::start, IDLE_START_SECONDS, TimeUnit.SECONDS);
    }

    private void giveUp() {
        positions.keep(cast.all());
        cast.all().forEach(script -> cast.remove(script.key()));
    }

    /** Makes what runs equal to what is stored. */
    private void refresh(ScriptKey key) {
        var present = cast.find(key);
        var stored = records.script(key).filter(Script::enabled);
        if (present.isPresent()
                && stored.map(script -> script.version() == present.get().version())
                        .orElse(false)) {
            return;
        }
        cast.remove(key);
        if (stored.isEmpty()) {
            positions.forget(key);
            if (records.script(key).isPresent()) {
                records.forgetPosition(key);
            } else {
                logs.forget(key);
            }
            return;
        }
        long position = present.filter(script -> !script.ended())
                .map(RunningScript::position)
                .orElseGet(() -> present.isPresent() ? records.end(key.portal()) : records.position(key));
        run(key, stored.get(), position);
    }

    private void run(ScriptKey key, Script script, long position) {
        long minutes = quarantine.minutes(key.portal(), System.nanoTime());
        if (minutes > 0) {
            refuse(key, minutes);
            return;
        }
        supervisor.brace();
        var running = new RunningScript(key, script, position, handlerSeconds, new OnStage());
        cast.put(running);
        supervisor.start();
        var worker = link;
        if (worker != null) {
            running.ready(worker);
        }
    }

    private void refuse(ScriptKey key, long minutes) {
        var reason = "Not started: scripts of this portal have stopped those of all portals. Save it again in "
                + minutes + (minutes == 1 ? " minute" : " minutes");
        logs.add(key, LogLine.Level.ERROR, reason);
        records.state(key, Script.State.FAILED, Optional.of(reason));
    }

    private void look() {
        cast.all().forEach(RunningScript::look);
        positions.keep(cast.all());
    }

    private static Runnable safely(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("Keeping what scripts have done failed", e);
            }
        };
    }

    /** Hands the worker's messages to the scripts. */
    private final class FromWorker implements WorkerListener {

        @Override
        public void ready(WorkerLink present) {
            link = present;
            cast.all().forEach(script -> script.ready(present));
        }

        @Override
        public void heard(Message message) {
            cast.byHandle(message.script()).ifPresent(script -> script.heard(message));
        }

        @Override
        public void gone() {
            link = null;
            var all = cast.all();
            long busy = all.stream().filter(RunningScript::busy).count();
            all.forEach(script -> script.gone(busy == 1 && script.busy()));
        }
    }

    /** Does for running scripts what may take a while. */
    private final class OnStage implements Stage {

        @Override
        public int handle(RunningScript script) {
            return cast.handle(script);
        }

        @Override
        public void release(int handle) {
            cast.release(handle);
        }

        @Override
        public void log(ScriptKey key, LogLine.Level level, String text) {
            logs.add(key, level, text);
        }

        @Override
        public void harmed(ScriptKey key) {
            quarantine.add(key.portal(), System.nanoTime());
        }

        @Override
        public void state(ScriptKey key, Script.State state, Optional<String> error) {
            keeper.execute(safely(() -> records.state(key, state, error)));
        }

        @Override
        public void readJournal(RunningScript script, long after, int limit) {
            keeper.execute(() -> {
                try {
                    List<Parcel> parcels = records.journal(script.key().portal(), after, limit).stream()
                            .map(Parcel::of)
                            .toList();
                    script.read(after, parcels);
                } catch (RuntimeException e) {
                    log.warn("The journal could not be read for a script", e);
                    script.readFailed();
                }
            });
        }

        @Override
        public void call(RunningScript script, int handle, ModuleCall call) {
            lanes.add(script.key(), () -> {
                var run = new ScriptRun(script.key().portal(), script.key().script(), call.event());
                try {
                    var result = invoker.call(run, call.module(), call.function(), call.arguments());
                    script.called(handle, call.number(), true, result);
                } catch (PatchbayException e) {
                    var message = String.valueOf(e.getMessage());
                    var label = call.module() + "." + call.function();
                    var line = message.startsWith(label) ? message : label + ": " + message;
                    logs.add(script.key(), LogLine.Level.WARN, line);
                    var error = ScriptJson.text(Map.of("message", message, "code", e.code()));
                    script.called(handle, call.number(), false, error);
                }
            });
        }
    }
}
