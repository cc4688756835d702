package org.patchbay.scripting.worker;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** The functions that bootstrap.js gives to the host. Confined to the runs of the script. */
final class Guest {

    private final Context context;
    private final Value load;
    private final Value deliver;
    private final Value collect;
    private final Value settle;
    private final Value fire;

    Guest(Context context, Value api) {
        this.context = context;
        load = api.getMember("load");
        deliver = api.getMember("deliver");
        collect = api.getMember("collect");
        settle = api.getMember("settle");
        fire = api.getMember("fire");
    }

    void load() {
        load.executeVoid();
    }

    void deliver(Batch events) {
        deliver.executeVoid(events.heads(), events.data());
    }

    void settle(long call, boolean ok, String json) {
        settle.executeVoid(call, ok, json);
    }

    void fire(long timer) {
        fire.executeVoid(timer);
    }

    /** The numbers of the events finished since the last time, each followed by a comma. */
    String collect() {
        return collect.execute().asString();
    }

    void resetLimits() {
        context.resetLimits();
    }
}
