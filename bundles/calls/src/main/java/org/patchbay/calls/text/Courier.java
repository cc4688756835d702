package org.patchbay.calls.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.Text;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.store.TextStore;
import org.patchbay.calls.store.WaitingText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the texts of one extension to its phones, one after the other: each to all phones that are there, until one took it. Only
 * one courier of the cluster is on its way to an extension. A phone that comes meanwhile is sent the text that is on its way at
 * once, whatever the others make of it. Where no phone takes a text it is tried again after pauses that grow. Thread-safe.
 */
final class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final byte[] ON_ITS_WAY = {1};
    /** More than Timer F of RFC 3261, so that a phone has said by then whether it takes a text that it was sent. */
    private static final long PATIENCE_SECONDS = 40;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 8;

    /** What couriers work with. */
    record Kit(Signalling signalling, Book book, TextStore store, ClusterMap claims, Executor workers, Clock clock) {}

    private final Kit kit;
    private final PortalId portal;
    private final String extension;
    private boolean busy;
    private boolean again;
    /** What each registration makes of the last text that it was sent. */
    private final Map<String, CompletableFuture<Boolean>> last = new ConcurrentHashMap<>();

    private volatile Optional<Delivery> delivery = Optional.empty();
    private Set<String> inVain = Set.of();
    private Instant pause = Instant.MIN;
    private int failures;
    private boolean claimed;
    /** Arrived, but the database does not know it yet. */
    private Optional<String> arrived = Optional.empty();

    Courier(Kit kit, PortalId portal, String extension) {
        this.kit = kit;
        this.portal = portal;
        this.extension = extension;
    }

    /** Goes; if it is on its way, phones that came meanwhile are sent what the others are, and it goes once more. */
    void go() {
        boolean goes;
        synchronized (this) {
            again = busy;
            goes = !busy;
            busy = true;
        }
        if (goes) {
            then(this::begin);
        } else if (delivery.isPresent()) {
            work(this::offerMore, () -> {});
        }
    }

    /** Whether it is not on its way. */
    synchronized boolean rests() {
        return !busy;
    }

    private void then(Runnable step) {
        work(step, this::end);
    }

    private void work(Runnable step, Runnable otherwise) {
        try {
            kit.workers().execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException e) {
                    log.warn("Texts that wait cannot be brought now", e);
                    otherwise.run();
                }
            });
        } catch (RejectedExecutionException e) {
            otherwise.run();
        }
    }

    private String claim() {
        return portal.value() + '/' + extension;
    }

    private void begin() {
        claimed = !there().isEmpty() && kit.claims().putIfAbsent(claim(), ON_ITS_WAY);
        if (claimed) {
            next();
        } else {
            rest();
        }
    }

    private void next() {
        arrived.ifPresent(id -> kit.store().drop(portal, id));
        arrived = Optional.empty();
        Optional<WaitingText> text = kit.store().oldest(portal, extension);
        List<String> there = there();
        if (text.isEmpty() || there.isEmpty() || isInVain(there)) {
            end();
            return;
        }
        if (!isFor(text.get())) {
            kit.store().drop(portal, text.get().id());
            then(this::next);
            return;
        }
        bring(text.get(), there);
    }

    /** Whoever has the extension now does not read what was for who had it before. */
    private boolean isFor(WaitingText text) {
        return kit.book()
                .extensions()
                .find(portal, extension)
                .flatMap(Extension::person)
                .equals(text.reader());
    }

    /** The registrations of all its phones. */
    private List<String> there() {
        return kit.book().extensions().devices(portal, extension).stream()
                .flatMap(phone -> kit.signalling().registrations(portal, phone.id()).stream())
                .map(Registration::id)
                .toList();
    }

    private boolean isInVain(List<String> there) {
        return inVain.containsAll(there) && kit.clock().instant().isBefore(pause);
    }

    private void bring(WaitingText text, List<String> there) {
        kit.claims().put(claim(), ON_ITS_WAY);
        last.values().removeIf(CompletableFuture::isDone);
        var now = new Delivery(text, registration -> sendBehindTheLast(registration, text.text()));
        delivery = Optional.of(now);
        now.offer(there);
        // Who came while this began heard of no text on its way.
        now.offer(there());
        var ignored = now.taken().thenAccept(took -> then(() -> settled(now, took)));
    }

    private void offerMore() {
        delivery.filter(now -> !now.offered().containsAll(there())).ifPresent(now -> {
            kit.claims().put(claim(), ON_ITS_WAY);
            now.offer(there());
        });
    }

    private CompletableFuture<Boolean> sendBehindTheLast(String registration, Text text) {
        CompletableFuture<Boolean> before = last.get(registration);
        CompletableFuture<Boolean> now = before == null
                ? send(registration, text)
                // What is behind a text that the phone does not take stays away from it, for the order's sake.
                : before.thenCompose(
                        took -> took ? send(registration, text) : CompletableFuture.completedFuture(false));
        last.put(registration, now);
        return now;
    }

    private CompletableFuture<Boolean> send(String registration, Text text) {
        return kit.signalling()
                .message(portal, registration, text)
                .toCompletableFuture()
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> false);
    }

    private void settled(Delivery done, boolean took) {
        delivery = Optional.empty();
        if (took) {
            arrived = Optional.of(done.text().id());
            inVain = Set.of();
            failures = 0;
            next();
            return;
        }
        inVain = done.offered();
        pause = kit.clock().instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS)));
        end();
    }

    private void end() {
        try {
            if (claimed) {
                kit.claims().remove(claim());
            }
        } finally {
            claimed = false;
            rest();
        }
    }

    private void rest() {
        boolean more;
        synchronized (this) {
            busy = false;
            more = again;
            again = false;
        }
        if (more) {
            go();
        }
    }
}
