package org.patchbay.extensions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;
import org.patchbay.spi.signalling.Subscribers;

/**
 * The live channel {@code own-extensions}: which extensions somebody has and which of them are not to be disturbed, at the
 * beginning and when that changes, wherever it is changed. Thread-safe.
 */
@Component
public final class OwnExtensionsChannel implements LiveChannel {

    private final Extensions extensions;
    private final Map<Object, Page> pages = new ConcurrentHashMap<>();
    private final Registration topic;

    @Activate
    public OwnExtensionsChannel(@Reference Extensions extensions, @Reference Cluster cluster) {
        this.extensions = extensions;
        this.topic = cluster.subscribe(Subscribers.CHANGED, this::changed);
    }

    @Deactivate
    public void close() {
        topic.close();
    }

    @Override
    public String name() {
        return "own-extensions";
    }

    @Override
    public Right right() {
        return Right.OWN_ACCOUNT;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        if (!with.replaceAll("\\s", "").equals("{}")) {
            throw Problem.INVALID.because("json.invalid", "This channel takes no arguments");
        }
        var page = new Page(caller, portal, sink);
        Object key = new Object();
        pages.put(key, page);
        page.tell();
        return () -> pages.remove(key);
    }

    private void changed(byte[] message) {
        var portal = new PortalId(new String(message, StandardCharsets.UTF_8));
        pages.values().stream().filter(page -> page.portal.equals(portal)).forEach(Page::tell);
    }

    /** Ids and numbers need no escape. */
    private static String json(Extension one) {
        return "{\"id\":\"" + one.id() + "\",\"number\":\"" + one.number() + "\",\"doNotDisturb\":" + one.doNotDisturb()
                + '}';
    }

    /** One that follows. */
    private final class Page {

        private final Caller caller;
        private final PortalId portal;
        private final LiveSink sink;
        private String told = "";

        Page(Caller caller, PortalId portal, LiveSink sink) {
            this.caller = caller;
            this.portal = portal;
            this.sink = sink;
        }

        synchronized void tell() {
            List<Extension> own = caller.portal().equals(portal)
                    ? caller.personId()
                            .map(person -> extensions.ofPerson(portal, person))
                            .orElse(List.of())
                    : List.of();
            String now = own.stream()
                    .map(OwnExtensionsChannel::json)
                    .collect(Collectors.joining(",", "{\"extensions\":[", "]}"));
            if (!now.equals(told)) {
                told = now;
                sink.send(now);
            }
        }
    }
}
