package org.patchbay.scripting.log;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.scripting.ScriptKey;
import org.patchbay.scripting.module.ScriptJson;
import org.patchbay.scripting.store.ScriptStore;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** Sends the lines of a script's log as they come. */
@Component
public final class ScriptLogChannel implements LiveChannel {

    private final ScriptStore scripts;
    private final Registration news;
    private final Map<ScriptKey, Set<LiveSink>> sinks = new ConcurrentHashMap<>();

    @Activate
    public ScriptLogChannel(@Reference ScriptStore scripts, @Reference Cluster cluster) {
        this.scripts = scripts;
        this.news = cluster.subscribe(LogBook.TOPIC, this::heard);
    }

    @Deactivate
    void stop() {
        news.close();
    }

    @Override
    public String name() {
        return "script-log";
    }

    @Override
    public Right right() {
        return Right.MANAGE_SCRIPTS;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        var script = ScriptJson.read(with, With.class).script();
        if (scripts.find(portal, script).isEmpty()) {
            throw Problem.NOT_FOUND.because("script.unknown", "There is no such script");
        }
        var key = new ScriptKey(portal, script);
        sinks.compute(key, (any, present) -> {
            Set<LiveSink> open = present == null ? ConcurrentHashMap.newKeySet() : present;
            open.add(sink);
            return open;
        });
        return () -> sinks.computeIfPresent(key, (any, open) -> {
            open.remove(sink);
            return open.isEmpty() ? null : open;
        });
    }

    private void heard(byte[] message) {
        var lines = ScriptJson.read(message, LogNews.class);
        var open = sinks.get(new ScriptKey(lines.portal(), lines.script()));
        if (open != null) {
            lines.lines().forEach(line -> {
                var text = ScriptJson.text(line);
                open.forEach(sink -> sink.send(text));
            });
        }
    }

    /** What the page opens the channel with. */
    record With(String script) {}
}
