package org.patchbay.events.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.events.CloudEvent;
import org.patchbay.events.types.EventData;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** Sends the events of a portal to those who watch, as they happen. */
@Component(service = {LiveChannel.class, EventSubscriber.class})
public final class EventChannel implements LiveChannel, EventSubscriber {

    private record Watcher(EventFilter filter, LiveSink sink) {}

    private final Map<PortalId, List<Watcher>> watchers = new ConcurrentHashMap<>();

    /** Of the channel, and of the subscriber. */
    @Override
    public String name() {
        return "events";
    }

    @Override
    public Right right() {
        return Right.SEE_EVENTS;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        Watcher watcher = new Watcher(FilterJson.read(with), sink);
        watchers.compute(portal, (key, watching) -> {
            List<Watcher> now = watching == null ? new CopyOnWriteArrayList<>() : watching;
            now.add(watcher);
            return now;
        });
        return () -> watchers.computeIfPresent(portal, (key, watching) -> {
            watching.remove(watcher);
            return watching.isEmpty() ? null : watching;
        });
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return watchers.containsKey(portal);
    }

    @Override
    public void on(Event event) {
        List<Watcher> watching = watchers.getOrDefault(event.portal(), List.of());
        if (watching.isEmpty()) {
            return;
        }
        String text = EventData.text(CloudEvent.of(event));
        for (Watcher watcher : watching) {
            if (watcher.filter().matches(event)) {
                watcher.sink().send(text);
            }
        }
    }
}
