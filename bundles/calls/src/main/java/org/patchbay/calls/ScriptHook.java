package org.patchbay.calls;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.Events;
import org.patchbay.calls.call.Call;
import org.patchbay.calls.call.Consultant;
import org.patchbay.calls.plan.Verdict;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.spi.scripting.ScriptRun;

/**
 * Asks scripts what becomes of a call, by the event {@code call.asked}: the first answer in time counts, else the call goes
 * its usual way. Only portals with a script that runs and mentions the event are asked. Thread-safe.
 */
@Component(
        service = {ScriptHook.class, EventSubscriber.class},
        configurationPid = "org.patchbay.calls")
public final class ScriptHook implements Consultant, EventSubscriber {

    /** The first question after a script has changed may find its engine cold, and is waited for so many times as long. */
    private static final int COLD = 8;

    private final ScriptsDirectory scripts;
    private final Events events;
    private final Duration patience;
    private final Workshop workshop;
    private final Map<PortalId, Boolean> wanted = new ConcurrentHashMap<>();
    private final Set<PortalId> cold = ConcurrentHashMap.newKeySet();
    private final Map<CallId, Question> questions = new ConcurrentHashMap<>();

    private record Question(Call call, Registration timer) {}

    @Activate
    public ScriptHook(
            @Reference ScriptsDirectory scripts,
            @Reference Events events,
            @Reference Workshop workshop,
            CallsConfig config) {
        this.scripts = scripts;
        this.events = events;
        this.workshop = workshop;
        this.patience = Duration.ofMillis(config.scriptMillis());
    }

    @Deactivate
    public void close() {
        questions.keySet().forEach(id -> settle(id, new Verdict.Silence()));
    }

    @Override
    public String name() {
        return "calls-scripts";
    }

    /** Scripts changed: whether they want to be asked is found out anew. */
    @Override
    public void on(Event event) {
        if (event.type().startsWith("script.")) {
            wanted.remove(event.portal());
        }
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.startsWith("script.");
    }

    @Override
    public boolean wanted(PortalId portal) {
        return wanted.computeIfAbsent(portal, asked -> {
            cold.add(asked);
            return scripts.mention(asked, CallEvents.ASKED);
        });
    }

    @Override
    public void ask(Call call) {
        Duration time = cold.remove(call.portal()) ? patience.multipliedBy(COLD) : patience;
        Registration timer = workshop.timers().after(time, () -> settle(call.id(), new Verdict.Silence()));
        questions.put(call.id(), new Question(call, timer));
        Executor workers = workshop.workers();
        workers.execute(() -> CallJournal.ask(events, call.portal(), call.live()));
    }

    private boolean settle(CallId id, Verdict verdict) {
        Question question = questions.remove(id);
        if (question == null) {
            return false;
        }
        question.timer().close();
        question.call().consulted(verdict);
        return true;
    }

    /** What the script of a run is called, as paths name it. */
    public String name(ScriptRun run) {
        return scripts.name(run.portal(), run.script());
    }

    /** A script answers; CONFLICT when the call is not asked about, or no longer. */
    public void answer(PortalId portal, CallId id, Verdict verdict) {
        Question question = questions.get(id);
        if (question == null || !question.call().portal().equals(portal) || !settle(id, verdict)) {
            throw Problem.CONFLICT.because(
                    "call.not-asked", "It is not asked, or no longer, what becomes of this call");
        }
    }
}
