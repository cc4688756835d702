package org.patchbay.calls.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.patchbay.calls.store.WaitingText;

/**
 * One text on its way to the phones that are there, and to those that come meanwhile; no phone is sent it twice. It ends once a
 * phone took it, or when all of them failed. Thread-safe.
 */
final class Delivery {

    private final WaitingText text;
    private final Function<String, CompletableFuture<Boolean>> send;
    private final Set<String> offered = new HashSet<>();
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
    private int open;

    /** What sends the text to a registration and says later whether it was taken there. */
    Delivery(WaitingText text, Function<String, CompletableFuture<Boolean>> send) {
        this.text = text;
        this.send = send;
    }

    WaitingText text() {
        return text;
    }

    /** Sends it to those of these registrations that it was not sent to yet; to none once it ended. */
    synchronized void offer(Collection<String> registrations) {
        if (taken.isDone()) {
            return;
        }
        List<String> more = registrations.stream().filter(offered::add).toList();
        open += more.size();
        more.forEach(registration -> {
            var unused = send.apply(registration).thenAccept(this::settled);
        });
    }

    private synchronized void settled(boolean took) {
        open--;
        if (took) {
            taken.complete(true);
        } else if (open == 0) {
            taken.complete(false);
        }
    }

    /** Whom it was sent to. */
    synchronized Set<String> offered() {
        return Set.copyOf(offered);
    }

    /** Completes in any thread: true as soon as a phone took it, false once none is left that might. */
    CompletableFuture<Boolean> taken() {
        return taken;
    }
}
