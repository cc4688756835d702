package org.patchbay.calls.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.calls.PhoneBook;
import org.patchbay.calls.Workshop;
import org.patchbay.spi.signalling.Subscribers;

/**
 * Tells phones with a lamp for a code when what it switches is another than before at some extension of the portal. A diversion
 * that its times switch is told when the phone asks anew. Of portals in which nobody has such a lamp nothing is kept. Thread-safe.
 */
@Component(service = CodeNews.class)
public final class CodeNews {

    private final PhoneBook book;
    private final CodeSwitches switches;
    private final Signalling signalling;
    private final Workshop workshop;
    private final Registration topic;
    /** Where each code is on, of portals in which somebody watches one. */
    private final Map<PortalId, Map<FeatureCode, Set<String>>> known = new ConcurrentHashMap<>();

    @Activate
    public CodeNews(
            @Reference PhoneBook book,
            @Reference CodeSwitches switches,
            @Reference Signalling signalling,
            @Reference Workshop workshop,
            @Reference Cluster cluster) {
        this.book = book;
        this.switches = switches;
        this.signalling = signalling;
        this.workshop = workshop;
        this.topic = cluster.subscribe(
                Subscribers.CHANGED, message -> changed(new PortalId(new String(message, StandardCharsets.UTF_8))));
    }

    @Deactivate
    void close() {
        topic.close();
    }

    /** Somebody watches a code in this portal. */
    void watched(PortalId portal) {
        known.computeIfAbsent(portal, this::look);
    }

    private void changed(PortalId portal) {
        if (known.containsKey(portal)) {
            workshop.workers().execute(() -> compare(portal));
        }
    }

    private void compare(PortalId portal) {
        List<FeatureCode> others = new ArrayList<>();
        known.computeIfPresent(portal, (same, before) -> {
            Map<FeatureCode, Set<String>> now = look(portal);
            CodeSwitches.CODES.stream()
                    .filter(code -> !now.getOrDefault(code, Set.of()).equals(before.get(code)))
                    .forEach(others::add);
            return now;
        });
        CallSettings settings = book.book().dialPlan().settings(portal);
        others.forEach(code -> signalling.changed(portal, "dialog", settings.code(code)));
    }

    private Map<FeatureCode, Set<String>> look(PortalId portal) {
        Map<FeatureCode, Set<String>> on = new EnumMap<>(FeatureCode.class);
        CodeSwitches.CODES.forEach(code -> on.put(code, new HashSet<>()));
        for (Extension extension : book.book().extensions().list(portal)) {
            on.forEach((code, where) -> {
                if (switches.isOn(portal, extension, code)) {
                    where.add(extension.id());
                }
            });
        }
        return on;
    }
}
