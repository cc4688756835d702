package org.patchbay.extensions;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.spi.signalling.Subscribers;

/**
 * Whose phones may be used: nobody's who is disabled. Looked up once for each person and kept until something about them
 * changes. Thread-safe.
 */
@Component(service = {Holders.class, EventSubscriber.class})
public final class Holders implements EventSubscriber {

    private static final String TOPIC = "extensions-holders";
    private static final int MOST_KEPT = 200_000;

    private record Key(PortalId portal, PersonId person) {}

    private final Map<Key, Boolean> kept = new ConcurrentHashMap<>();
    private final People people;
    private final Cluster cluster;
    private final Registration topic;

    @Activate
    public Holders(@Reference People people, @Reference Cluster cluster) {
        this.people = people;
        this.cluster = cluster;
        this.topic = cluster.subscribe(TOPIC, this::heard);
    }

    @Deactivate
    public void close() {
        topic.close();
    }

    /** Whether the extension is nobody's, or that of somebody who is not disabled. */
    boolean mayUse(PortalId portal, Extension extension) {
        return extension
                .person()
                .map(person -> enabled(new Key(portal, person)))
                .orElse(true);
    }

    /** What is kept is looked up while its key is held, so that a change heard meanwhile takes it away again. */
    private boolean enabled(Key key) {
        Boolean known = kept.get(key);
        if (known != null) {
            return known;
        }
        return kept.size() < MOST_KEPT ? kept.computeIfAbsent(key, this::lookUp) : lookUp(key);
    }

    private boolean lookUp(Key key) {
        return people.find(key.portal(), key.person())
                .filter(person -> person.status() == PersonStatus.DISABLED)
                .isEmpty();
    }

    @Override
    public String name() {
        return "extensions-holders";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals("person.updated") || type.equals("person.deleted");
    }

    @Override
    public void on(Event event) {
        String message = event.portal().value() + ' ' + event.subject();
        cluster.publish(TOPIC, message.getBytes(StandardCharsets.UTF_8));
    }

    private void heard(byte[] message) {
        String[] words = new String(message, StandardCharsets.UTF_8).split(" ", 2);
        var portal = new PortalId(words[0]);
        if (kept.remove(new Key(portal, new PersonId(words[1]))) != null) {
            cluster.publish(Subscribers.CHANGED, words[0].getBytes(StandardCharsets.UTF_8));
        }
    }
}
