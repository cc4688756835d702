package org.patchbay.sip.event;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.api.PortalId;
import org.patchbay.sip.auth.Identity;
import org.patchbay.sip.dialog.Dialog;
import org.patchbay.sip.dialog.Dialogs;
import org.patchbay.sip.dialog.Requester;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.sip.registrar.AccountKey;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.spi.signalling.EventPackage;
import org.patchbay.spi.signalling.EventPackage.EventState;

/** Who watches what (RFC 6665). Thread-safe. */
public final class Subscriptions {

    private static final long USUAL = 3600;
    private static final long LEAST = 60;
    private static final int MOST_OF_ONE = 256;

    private final SipStack stack;
    private final Dialogs dialogs;
    private final Neighbours neighbours;
    private final int most;
    private final AtomicInteger size = new AtomicInteger();
    private final Map<Watched, Set<Subscription>> byWatched = new ConcurrentHashMap<>();
    private final Map<AccountKey, Integer> byWatcher = new ConcurrentHashMap<>();

    /** The greatest number is of subscriptions at a time. */
    public Subscriptions(SipStack stack, Dialogs dialogs, Neighbours neighbours, int most) {
        this.stack = stack;
        this.dialogs = dialogs;
        this.neighbours = neighbours;
        this.most = most;
    }

    /** How many there are. */
    public int size() {
        return size.get();
    }

    /** Takes a SUBSCRIBE that begins a subscription. */
    public void subscribe(ServerTransaction transaction, Identity identity) {
        SipRequest request = transaction.request();
        String event = request.headers().text(HeaderName.EVENT).strip();
        String name = event.split(";", 2)[0].strip();
        Optional<EventPackage> found = neighbours.events(name);
        if (found.isEmpty()) {
            transaction.answer(489, "Bad Event");
            return;
        }
        if (!(identity instanceof Identity.Device device)) {
            transaction.answer(403, "Forbidden");
            return;
        }
        var watched = new Watched(
                device.portal(), name, request.target().map(SipUri::user).orElse(""));
        String watcher = device.account().id();
        Optional<Long> seconds = seconds(transaction);
        if (seconds.isEmpty()) {
            return;
        }
        if (found.get().state(device.portal(), watcher, watched.resource()).isEmpty()) {
            transaction.answer(403, "Forbidden");
            return;
        }
        if (!enter(new AccountKey(device.portal(), watcher))) {
            SipResponse answer = request.answer(503, "Service Unavailable", transaction.tag());
            answer.headers().add(HeaderName.RETRY_AFTER, "30");
            transaction.answer(answer);
            return;
        }
        begin(transaction, watched, watcher, event, seconds.get());
    }

    private void begin(ServerTransaction transaction, Watched watched, String watcher, String event, long seconds) {
        SipRequest request = transaction.request();
        Dialog dialog = Dialog.answering(stack, request, transaction.tag(), Randoms.text(), transaction.flow());
        var requester = new Requester(stack, request.callId(), Optional.empty());
        var made = new Subscription(
                this,
                watched,
                watcher,
                event,
                dialog,
                stack.of(request.callId()).lane(),
                requester);
        dialogs.put(dialog.id(), made);
        byWatched.compute(watched, (key, present) -> {
            Set<Subscription> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(made);
            return all;
        });
        made.last(transaction, seconds);
    }

    private boolean enter(AccountKey watcher) {
        if (size.incrementAndGet() > most) {
            size.decrementAndGet();
            return false;
        }
        if (byWatcher.merge(watcher, 1, Integer::sum) > MOST_OF_ONE) {
            leave(watcher);
            return false;
        }
        return true;
    }

    private void leave(AccountKey watcher) {
        size.decrementAndGet();
        byWatcher.computeIfPresent(watcher, (key, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /** How long it is to last; empty if it was refused. */
    Optional<Long> seconds(ServerTransaction transaction) {
        long seconds = Math.min(
                USUAL,
                transaction.request().headers().number(HeaderName.EXPIRES).orElse(USUAL));
        if (seconds > 0 && seconds < LEAST) {
            SipResponse answer = transaction.request().answer(423, "Interval Too Brief", transaction.tag());
            answer.headers().add(HeaderName.MIN_EXPIRES, String.valueOf(LEAST));
            transaction.answer(answer);
            return Optional.empty();
        }
        return Optional.of(seconds);
    }

    Optional<EventState> state(Subscription subscription) {
        Watched watched = subscription.watched();
        return neighbours
                .events(watched.eventPackage())
                .flatMap(found -> found.state(watched.portal(), subscription.watcher(), watched.resource()));
    }

    void remove(Subscription subscription) {
        dialogs.remove(subscription.dialog().id(), subscription);
        boolean[] there = new boolean[1];
        byWatched.computeIfPresent(subscription.watched(), (key, present) -> {
            there[0] = present.remove(subscription);
            return present.isEmpty() ? null : present;
        });
        if (there[0]) {
            leave(new AccountKey(subscription.portal(), subscription.watcher()));
        }
    }

    /** The state of a resource is another one now. */
    public void changed(PortalId portal, String eventPackage, String resource) {
        for (Subscription subscription :
                byWatched.getOrDefault(new Watched(portal, eventPackage, resource), Set.of())) {
            subscription.lane().execute(subscription::changed);
        }
    }
}
