package org.patchbay.testing.events;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.spi.events.EventSubscriber;

/** A subscriber that remembers what it heard, and fails the first times if it should. */
public final class Listener implements EventSubscriber {

    private final String name;
    private final int failures;
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    public Listener(String name, int failures) {
        this.name = name;
        this.failures = failures;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void on(Event event) {
        if (failed.get() < failures) {
            failed.incrementAndGet();
            throw new IllegalStateException("on purpose");
        }
        heard.add(event);
    }

    /** How often it failed. */
    public int failures() {
        return failed.get();
    }

    /** What it has heard of the portal so far. */
    public List<Event> of(PortalId portal) {
        return heard.stream().filter(event -> event.portal().equals(portal)).toList();
    }

    /** Waits until it has heard that many of the portal. */
    public List<Event> awaitOf(PortalId portal, int count) {
        await().until(() -> of(portal).size() >= count);
        return of(portal);
    }
}
