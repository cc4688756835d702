package org.patchbay.extensions.book;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.spi.signalling.Subscribers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is set up in every portal, in memory on every node. A change is told on a topic of this slice; a node that has it in
 * memory then tells signalling, so that who is told finds it. Thread-safe.
 */
@Component(service = Books.class)
public final class Books {

    private static final Logger log = LoggerFactory.getLogger(Books.class);
    private static final String TOPIC = "extensions-changed";
    private static final int AT_ONCE = 1000;

    private final ThingStore store;
    private final Cluster cluster;
    private final AtomicLong changes = new AtomicLong();
    private final Map<PortalId, PortalBook> books = new ConcurrentHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(run -> {
        Thread thread = new Thread(run, "extensions-reader");
        thread.setDaemon(true);
        return thread;
    });
    private final Registration topic;

    @Activate
    public Books(@Reference ThingStore store, @Reference Cluster cluster) {
        this.store = store;
        this.cluster = cluster;
        this.topic = cluster.subscribe(TOPIC, this::heard);
        store.portals().forEach(this::of);
    }

    @Deactivate
    public void close() {
        topic.close();
        reader.shutdownNow();
    }

    /** What the portal has set up. */
    public PortalBook of(PortalId portal) {
        PortalBook present = books.get(portal);
        if (present != null) {
            return present;
        }
        PortalBook read = books.computeIfAbsent(portal, this::load);
        changes.incrementAndGet();
        return read;
    }

    /** The portals in memory. */
    public List<PortalId> portals() {
        return List.copyOf(books.keySet());
    }

    /** What was asked for in each portal where somebody wants to be woken. */
    public Map<PortalId, List<PhoneServices>> toWake() {
        return where(PortalBook::toWake);
    }

    /** What was chosen in each portal where somebody signed in at a phone of others. */
    public Map<PortalId, List<PhoneServices>> guests() {
        return where(PortalBook::hosted);
    }

    private Map<PortalId, List<PhoneServices>> where(Function<PortalBook, List<PhoneServices>> asked) {
        Map<PortalId, List<PhoneServices>> found = new HashMap<>();
        books.forEach((portal, book) -> {
            List<PhoneServices> of = asked.apply(book);
            if (!of.isEmpty()) {
                found.put(portal, of);
            }
        });
        return found;
    }

    /** Grows with each change of what is in memory. */
    public long changes() {
        return changes.get();
    }

    /** Takes a change that was committed, and tells the other nodes. */
    public void changed(PortalId portal, Change change) {
        books.compute(
                portal,
                (key, book) ->
                        book != null && book.revision() == change.revision() - 1 ? book.after(change) : load(portal));
        changes.incrementAndGet();
        tell(portal);
    }

    /** Lets every node look whether it has the last change of the portal, and tell signalling. */
    public void tell(PortalId portal) {
        cluster.publish(TOPIC, portal.value().getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets a portal that is gone. */
    public void forget(PortalId portal) {
        books.remove(portal);
        changes.incrementAndGet();
        tell(portal);
    }

    private void heard(byte[] message) {
        var portal = new PortalId(new String(message, StandardCharsets.UTF_8));
        reader.execute(() -> refresh(portal));
    }

    private void refresh(PortalId portal) {
        try {
            books.computeIfPresent(
                    portal, (key, book) -> book.revision() == store.revision(portal) ? book : load(portal));
            // A portal's first trunk is to be found without anybody asking for the portal.
            of(portal);
            changes.incrementAndGet();
            cluster.publish(Subscribers.CHANGED, portal.value().getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            log.warn("What a portal has set up could not be read; it is read again at the next question", e);
            books.remove(portal);
        }
    }

    private PortalBook load(PortalId portal) {
        long revision = store.revision(portal);
        List<StoredThing> all = new ArrayList<>();
        List<StoredThing> page = List.of();
        do {
            String last = page.isEmpty() ? "" : page.get(page.size() - 1).id();
            page = store.all(portal, last, AT_ONCE);
            all.addAll(page);
        } while (page.size() == AT_ONCE);
        return PortalBook.of(revision, all);
    }
}
