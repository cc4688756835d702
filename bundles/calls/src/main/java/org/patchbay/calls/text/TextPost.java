package org.patchbay.calls.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Event;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.CallsConfig;
import org.patchbay.calls.PhoneBook;
import org.patchbay.calls.Workshop;
import org.patchbay.calls.call.Timers;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.store.TextStore;
import org.patchbay.calls.store.TextStore.Place;
import org.patchbay.calls.store.WaitingText;
import org.patchbay.spi.events.EventSubscriber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps texts and has them brought: at once, when a phone of the extension registers at this node, and otherwise at the next look
 * at what waits. Thread-safe.
 */
@Component(
        service = {TextPost.class, EventSubscriber.class},
        immediate = true,
        configurationPid = "org.patchbay.calls")
public final class TextPost implements EventSubscriber {

    /** What signalling says when a phone is there that was not. */
    static final String REGISTERED = "phone.registered";

    private static final Logger log = LoggerFactory.getLogger(TextPost.class);
    private static final String TOPIC = "texts-waiting";
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final int PAGE = 500;

    private final Cluster cluster;
    private final UnitOfWork unit;
    private final Book book;
    private final TextStore store;
    private final Timers timers;
    private final Workshop workshop;
    private final Clock clock;
    private final int most;
    private final Duration life;
    private final Courier.Kit kit;
    /** Of every extension for which texts wait, as far as this node knows. */
    private final Map<Place, Courier> couriers = new ConcurrentHashMap<>();

    private final Registration heard;
    private volatile Registration round;
    private volatile boolean closed;

    @Activate
    public TextPost(
            @Reference Signalling signalling,
            @Reference PhoneBook book,
            @Reference TextStore store,
            @Reference Workshop workshop,
            @Reference Cluster cluster,
            @Reference UnitOfWork unit,
            CallsConfig config) {
        this(signalling, book, store, workshop, workshop.timers(), cluster, unit, config, Clock.systemUTC());
    }

    TextPost(
            Signalling signalling,
            PhoneBook book,
            TextStore store,
            Workshop workshop,
            Timers timers,
            Cluster cluster,
            UnitOfWork unit,
            CallsConfig config,
            Clock clock) {
        this.unit = unit;
        this.cluster = cluster;
        this.book = book.book();
        this.store = store;
        this.timers = timers;
        this.workshop = workshop;
        this.clock = clock;
        this.most = config.textsWaiting();
        this.life = Duration.ofDays(config.textDays());
        this.kit = new Courier.Kit(
                signalling, this.book, store, cluster.map("text-couriers", CLAIM), workshop.workers(), clock);
        this.heard = cluster.subscribe(TOPIC, this::heard);
        this.round = timers.after(Duration.ZERO, this::tick);
    }

    @Deactivate
    public void close() {
        closed = true;
        round.close();
        heard.close();
    }

    /**
     * Keeps a text and has it brought once the unit of work is done; whether it is kept, which it is not where too many wait. Waits
     * for the database.
     */
    boolean keep(PortalId portal, WaitingText text) {
        if (!store.keep(portal, text, most)) {
            return false;
        }
        String place = portal.value() + '/' + text.extension();
        unit.afterCommit(() -> cluster.publish(TOPIC, place.getBytes(StandardCharsets.UTF_8)));
        return true;
    }

    private void heard(byte[] message) {
        String place = new String(message, StandardCharsets.UTF_8);
        int slash = place.indexOf('/');
        if (slash > 0) {
            go(new Place(new PortalId(place.substring(0, slash)), place.substring(slash + 1)));
        }
    }

    private void go(Place place) {
        couriers.computeIfAbsent(place, none -> new Courier(kit, place.portal(), place.extension()))
                .go();
    }

    @Override
    public String name() {
        return "calls-texts";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals(REGISTERED) && !couriers.isEmpty();
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(REGISTERED)) {
            book.extensions()
                    .ofDevice(event.portal(), event.subject())
                    .map(extension -> new Place(event.portal(), extension.id()))
                    .filter(couriers::containsKey)
                    .ifPresent(this::go);
        }
    }

    private void tick() {
        if (closed) {
            return;
        }
        round = timers.after(ROUND, this::tick);
        workshop.workers().execute(this::look);
    }

    /** Looks at all that waits, for a phone may be there of which nobody told, and forgets what is too old. */
    void look() {
        try {
            store.forget(clock.instant().minus(life));
            Set<Place> waiting = new HashSet<>();
            Optional<Place> last = Optional.empty();
            do {
                List<Place> page = store.waiting(last, PAGE);
                waiting.addAll(page);
                last = page.size() < PAGE ? Optional.empty() : Optional.of(page.get(PAGE - 1));
            } while (last.isPresent());
            couriers.keySet().removeIf(place -> !waiting.contains(place) && rests(place));
            waiting.forEach(this::go);
        } catch (RuntimeException e) {
            log.warn("Texts that wait cannot be looked at now", e);
        }
    }

    private boolean rests(Place place) {
        Courier courier = couriers.get(place);
        return courier == null || courier.rests();
    }
}
