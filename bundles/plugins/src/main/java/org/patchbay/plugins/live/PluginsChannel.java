package org.patchbay.plugins.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** Tells open pages which plugin to ask for again. */
@Component
public final class PluginsChannel implements LiveChannel {

    private final Map<Object, Listener> listeners = new ConcurrentHashMap<>();
    private final Registration topic;

    @Activate
    public PluginsChannel(@Reference Cluster cluster) {
        topic = cluster.subscribe(PluginChange.TOPIC, message -> tell(PluginChange.of(message)));
    }

    @Deactivate
    public void close() {
        topic.close();
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public Right right() {
        return Right.MANAGE_PLUGINS;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        Object key = new Object();
        listeners.put(key, new Listener(portal, sink));
        return () -> listeners.remove(key);
    }

    private void tell(PluginChange change) {
        String message = "{\"changed\":\"" + change.plugin().replaceAll("[^A-Za-z0-9._-]", "") + "\"}";
        listeners.values().stream()
                .filter(listener -> change.portal().map(listener.portal::equals).orElse(true))
                .forEach(listener -> listener.sink.send(message));
    }

    private record Listener(PortalId portal, LiveSink sink) {}
}
