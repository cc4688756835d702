package org.patchbay.calls.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.extensions.Device;
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
 * one courier of the cluster is on its way to an extension. Where no phone takes a text it is tried again when another phone comes,
 * and after pauses that grow. Thread-safe.
 */
final class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final byte[] ON_ITS_WAY = {1};
    /** More than Timer F of RFC 3261, so that a phone has said by then whether it takes a text. */
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
    /** What each phone makes of the last text that it was sent; used by the one run that there is. */
    private final Map<String, CompletableFuture<Boolean>> last = new HashMap<>();

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

    /** Goes, or once more if it is on its way. */
    void go() {
        synchronized (this) {
            again = busy;
            if (busy) {
                return;
            }
            busy = true;
        }
        then(this::begin);
    }

    /** Whether it is not on its way. */
    synchronized boolean rests() {
        return !busy;
    }

    private void then(Runnable step) {
        try {
            kit.workers().execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException e) {
                    log.warn("Texts that wait cannot be brought now", e);
                    end();
                }
            });
        } catch (RejectedExecutionException e) {
            end();
        }
    }

    private String claim() {
        return portal.value() + '/' + extension;
    }

    private void begin() {
        claimed = !phones().isEmpty() && kit.claims().putIfAbsent(claim(), ON_ITS_WAY);
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
        List<Registration> there = there();
        if (text.isEmpty() || there.isEmpty() || isInVain(there)) {
            end();
            return;
        }
        if (!isFor(text.get())) {
            kit.store().drop(portal, text.get().id());
            then(this::next);
            return;
        }
        kit.claims().put(claim(), ON_ITS_WAY);
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

    private List<String> phones() {
        return kit.book().extensions().devices(portal, extension).stream()
                .map(Device::id)
                .filter(phone -> !kit.signalling().registrations(portal, phone).isEmpty())
                .toList();
    }

    private List<Registration> there() {
        return phones().stream()
                .flatMap(phone -> kit.signalling().registrations(portal, phone).stream())
                .toList();
    }

    private boolean isInVain(List<Registration> there) {
        return there.stream().map(Registration::id).allMatch(inVain::contains)
                && kit.clock().instant().isBefore(pause);
    }

    private void bring(WaitingText text, List<Registration> there) {
        List<CompletableFuture<Boolean>> tries = new ArrayList<>();
        var unused = last.values().removeIf(CompletableFuture::isDone);
        for (String phone : there.stream().map(Registration::account).distinct().toList()) {
            CompletableFuture<Boolean> before = last.get(phone);
            CompletableFuture<Boolean> now = before == null
                    ? send(phone, text.text())
                    // What is behind a text that the phone does not take stays away from it, for the order's sake.
                    : before.thenCompose(
                            took -> took ? send(phone, text.text()) : CompletableFuture.completedFuture(false));
            last.put(phone, now);
            tries.add(now);
        }
        var taken = any(tries).completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS);
        var ignored = taken.thenAccept(took -> then(() -> settled(text, there, took)));
    }

    private CompletableFuture<Boolean> send(String phone, Text text) {
        return kit.signalling()
                .message(portal, phone, text)
                .toCompletableFuture()
                .exceptionally(failure -> false);
    }

    /** True as soon as one is, false once none is. */
    private static CompletableFuture<Boolean> any(List<CompletableFuture<Boolean>> tries) {
        var any = new CompletableFuture<Boolean>();
        tries.forEach(one -> {
            var unused = one.thenAccept(took -> {
                if (took) {
                    any.complete(true);
                }
            });
        });
        var unused =
                CompletableFuture.allOf(tries.toArray(CompletableFuture[]::new)).thenRun(() -> any.complete(false));
        return any;
    }

    private void settled(WaitingText text, List<Registration> there, boolean took) {
        if (took) {
            arrived = Optional.of(text.id());
            inVain = Set.of();
            failures = 0;
            next();
            return;
        }
        var tried = new HashSet<String>();
        there.forEach(one -> tried.add(one.id()));
        inVain = tried;
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
