package org.patchbay.scripting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.PortalId;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;

/** The module of the slice calls, without calls: it remembers what it was told. */
public final class FakeCallsModule implements ScriptModule {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "patchbay/calls";
    }

    @ScriptFunction("Sends a call that is asked about to a number.")
    public void route(ScriptRun run, String call, String to) {
        told.add("route " + call + " " + to);
    }

    @ScriptFunction("Refuses a call that is asked about.")
    public void reject(ScriptRun run, String call, String reason) {
        told.add("reject " + call);
    }

    @ScriptFunction("Lets a call that is asked about go its usual way at once.")
    public void proceed(ScriptRun run, String call) {
        told.add("proceed " + call);
    }

    @ScriptFunction("Plays a sentence to the caller of a call that is asked about; each key leads to a number.")
    public void ask(ScriptRun run, String call, String sentence, Map<String, String> keys) {
        told.add("ask " + call + " " + sentence + " " + keys.get("1"));
    }

    @ScriptFunction("Notes a word with a call; it is in the call's record.")
    public void tag(PortalId portal, String call, String tag) {
        told.add("tag " + call + " " + tag);
    }

    List<String> told() {
        return told;
    }
}
