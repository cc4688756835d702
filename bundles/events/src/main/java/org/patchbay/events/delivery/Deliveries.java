package org.patchbay.events.delivery;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.events.store.CursorStore;
import org.patchbay.events.store.EventJournal;
import org.patchbay.spi.events.EventSubscriber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers to every subscriber there is at the moment. */
@Component(service = Deliveries.class, immediate = true)
public final class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final long CATCH_UP_SECONDS = 5;

    private final EventJournal journal;
    private final CursorStore cursors;
    private final Cluster cluster;
    private final Clock clock;
    private final Map<EventSubscriber, Delivery> deliveries = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "events-timer"));
    private final List<Registration> registrations;

    @Activate
    public Deliveries(@Reference EventJournal journal, @Reference CursorStore cursors, @Reference Cluster cluster) {
        this(journal, cursors, cluster, Clock.systemUTC());
    }

    Deliveries(EventJournal journal, CursorStore cursors, Cluster cluster, Clock clock) {
        this.journal = journal;
        this.cursors = cursors;
        this.cluster = cluster;
        this.clock = clock;
        Announcements announcements = new Announcements(cluster);
        registrations = List.of(
                announcements.onNumbered(portal -> deliveries.values().forEach(delivery -> delivery.wake(portal))),
                announcements.onPassing(event -> deliveries.values().forEach(delivery -> delivery.pass(event))));
        var unused = timer.scheduleWithFixedDelay(this::catchUp, CATCH_UP_SECONDS, CATCH_UP_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins to deliver; a subscriber that is not durable hears what comes from now on. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void add(EventSubscriber subscriber) {
        Map<PortalId, Long> heads = journal.heads();
        Turns turns = new Turns(subscriber.name(), timer, clock);
        Delivery delivery = new Delivery(subscriber, journal, positions(subscriber, heads), turns);
        deliveries.put(subscriber, delivery);
        delivery.catchUp(heads);
    }

    private Positions positions(EventSubscriber subscriber, Map<PortalId, Long> heads) {
        if (subscriber.durable()) {
            cursors.begin(subscriber.name(), heads);
            return new DurablePositions(subscriber.name(), cursors, cluster);
        }
        return new PassingPositions(heads);
    }

    /** Ends the delivery; an event that is being delivered is not interrupted. */
    public void remove(EventSubscriber subscriber) {
        Delivery delivery = deliveries.remove(subscriber);
        if (delivery != null) {
            delivery.close();
        }
    }

    /** Where each delivery stands, the most troubled first. */
    public List<DeliveryState> states() {
        return deliveries.values().stream()
                .flatMap(Delivery::states)
                .sorted(Comparator.comparingInt(DeliveryState::failures)
                        .reversed()
                        .thenComparing(DeliveryState::subscriber)
                        .thenComparing(state -> state.portal().value()))
                .toList();
    }

    private void catchUp() {
        try {
            Map<PortalId, Long> heads = journal.heads();
            deliveries.values().forEach(delivery -> delivery.catchUp(heads));
        } catch (RuntimeException e) {
            log.debug("The journal does not answer; tried again soon", e);
        }
    }

    @Deactivate
    public void stop() {
        registrations.forEach(Registration::close);
        timer.shutdownNow();
        deliveries.keySet().forEach(this::remove);
    }
}
