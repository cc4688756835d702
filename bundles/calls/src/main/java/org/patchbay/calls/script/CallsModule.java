package org.patchbay.calls.script;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.OperatorDesk;
import org.patchbay.calls.ScriptHook;
import org.patchbay.calls.plan.Verdict;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;

/** Calls of the portal, for scripts: what becomes of one that comes in, and what an operator does. */
@Component
public final class CallsModule implements ScriptModule {

    private static final int LONGEST = 64;
    private static final int MOST_KEYS = 12;

    private final ScriptHook hook;
    private final OperatorDesk desk;

    @Activate
    public CallsModule(@Reference ScriptHook hook, @Reference OperatorDesk desk) {
        this.hook = hook;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "patchbay/calls";
    }

    @ScriptFunction("Sends a call that is asked about to a number.")
    public void route(ScriptRun run, String call, String to) {
        hook.answer(run.portal(), new CallId(call), new Verdict.Route(hook.name(run), text("/to", to)));
    }

    @ScriptFunction(
            "Refuses a call that is asked about. The caller is told what the reason says: busy (486), unavailable (480),"
                    + " not-found (404) or declined (603); any other reason is a note and refuses as declined does.")
    public void reject(ScriptRun run, String call, String reason) {
        hook.answer(run.portal(), new CallId(call), new Verdict.Reject(hook.name(run), text("/reason", reason)));
    }

    @ScriptFunction("Lets a call that is asked about go its usual way at once.")
    public void proceed(ScriptRun run, String call) {
        hook.answer(run.portal(), new CallId(call), new Verdict.Proceed(hook.name(run)));
    }

    @ScriptFunction("Plays a sentence to the caller of a call that is asked about; each key leads to a number.")
    public void ask(ScriptRun run, String call, String sentence, Map<String, String> keys) {
        if (!sentence.matches("[a-z0-9]+(-[a-z0-9]+)*") || sentence.length() > LONGEST) {
            throw Problem.INVALID.at("/sentence", "prompt.name", "must be small letters, digits and dashes, to 64");
        }
        if (keys.isEmpty()
                || keys.size() > MOST_KEYS
                || !keys.keySet().stream().allMatch(key -> key.matches("[0-9*#]"))) {
            throw Problem.INVALID.at("/keys", "menu.key", "must be single keys out of 0-9, * and #");
        }
        keys.forEach((key, to) -> text("/keys/" + key, to));
        hook.answer(run.portal(), new CallId(call), new Verdict.Menu(hook.name(run), sentence, keys));
    }

    @ScriptFunction("Notes a word with a call; it is in the call's record.")
    public void tag(PortalId portal, String call, String tag) {
        desk.tag(portal, new CallId(call), text("/tag", tag));
    }

    @ScriptFunction("Ends a call.")
    public void hangUp(PortalId portal, String call) {
        desk.hangUp(portal, new CallId(call));
    }

    @ScriptFunction("The calls that go on now.")
    public List<LiveCall> live(PortalId portal) {
        return desk.live(portal);
    }

    private static String text(String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw Problem.INVALID.at(pointer, "call.text", "must be 1 to " + LONGEST + " characters");
        }
        return text;
    }
}
