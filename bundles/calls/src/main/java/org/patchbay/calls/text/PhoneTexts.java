package org.patchbay.calls.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.Text;
import org.patchbay.calls.PhoneBook;
import org.patchbay.calls.Workshop;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.store.WaitingText;
import org.patchbay.spi.signalling.TextMessages;

/**
 * Takes texts from phone to phone (RFC 3428): to an extension, or to all in a ring group. They are kept until a phone took them, so
 * that the sender hears "accepted" also where nobody is there (section 7). What the sender's own extension gets, as one of a group,
 * goes to the phones that are there now and is kept nowhere. Thread-safe.
 */
@Component
public final class PhoneTexts implements TextMessages {

    /** In bytes, so that a text fits into a datagram (RFC 3428, section 8). */
    private static final int LONGEST = 1_300;

    private static final int MOST_AT_ONCE = 1_000;

    private static final Answer ACCEPTED = new Answer(202, "Accepted");
    private static final Answer FORBIDDEN = new Answer(403, "This Phone Belongs To No Extension");
    private static final Answer NOT_FOUND = new Answer(404, "Nobody Who Can Read Has This Number");
    private static final Answer TOO_LARGE = new Answer(413, "The Text Is Too Long");
    private static final Answer FULL = new Answer(480, "Too Many Texts Wait There");
    private static final Answer NO_PHONE = new Answer(480, "No Phone Is There");
    private static final Answer BUSY = new Answer(503, "Too Many Texts At Once");

    private final Signalling signalling;
    private final Book book;
    private final TextPost post;
    private final Executor workers;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private CompletableFuture<Answer> last = CompletableFuture.completedFuture(ACCEPTED);

    @Activate
    public PhoneTexts(
            @Reference Signalling signalling,
            @Reference PhoneBook book,
            @Reference TextPost post,
            @Reference Workshop workshop) {
        this(signalling, book, post, workshop.workers(), Clock.systemUTC());
    }

    PhoneTexts(Signalling signalling, PhoneBook book, TextPost post, Executor workers, Clock clock) {
        this.signalling = signalling;
        this.book = book.book();
        this.post = post;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Answer> message(PortalId portal, String account, String called, String text) {
        Optional<Extension> sender = book.extensions().ofDevice(portal, account);
        if (sender.isEmpty()) {
            return CompletableFuture.completedFuture(FORBIDDEN);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return CompletableFuture.completedFuture(TOO_LARGE);
        }
        List<Extension> readers = readers(portal, called);
        if (readers.isEmpty()) {
            return CompletableFuture.completedFuture(NOT_FOUND);
        }
        Extension from = sender.get();
        Instant now = clock.instant();
        // No database keeps NUL in a text, and no phone shows it.
        var written = new Text(new Party(from.number(), from.name()), text.replace("\0", ""), now);
        return inTurn(() -> take(portal, account, from, readers, written));
    }

    /** One after the other, so that they are kept in the order in which they came. */
    private synchronized CompletionStage<Answer> inTurn(Supplier<Answer> work) {
        if (waiting.get() >= MOST_AT_ONCE) {
            return CompletableFuture.completedFuture(BUSY);
        }
        waiting.incrementAndGet();
        CompletableFuture<Answer> answer = last.handleAsync((before, failure) -> work.get(), workers)
                .whenComplete((done, failure) -> waiting.decrementAndGet());
        last = answer;
        return answer;
    }

    private Answer take(PortalId portal, String account, Extension from, List<Extension> readers, Text text) {
        boolean taken = false;
        boolean full = false;
        for (Extension reader : readers) {
            List<Device> phones = book.extensions().devices(portal, reader.id());
            if (reader.id().equals(from.id())) {
                taken |= sendNow(portal, account, phones, text);
            } else if (reader.person().isPresent() || !phones.isEmpty()) {
                boolean kept = post.keep(
                        portal, new WaitingText(Ids.next(), reader.id(), reader.person(), from.person(), text));
                taken |= kept;
                full |= !kept;
            }
        }
        return taken ? ACCEPTED : full ? FULL : NO_PHONE;
    }

    private boolean sendNow(PortalId portal, String account, List<Device> phones, Text text) {
        List<String> others = phones.stream()
                .map(Device::id)
                .filter(phone -> !phone.equals(account))
                .flatMap(phone -> signalling.registrations(portal, phone).stream())
                .map(Registration::id)
                .toList();
        others.forEach(registration -> {
            var unused = signalling.message(portal, registration, text);
        });
        return !others.isEmpty();
    }

    /** Whom a number means; empty if nobody can read there. */
    private List<Extension> readers(PortalId portal, String called) {
        if (!(book.dialPlan().understand(portal, called) instanceof Dialled.Internal internal)) {
            return List.of();
        }
        Destination to = internal.destination();
        List<String> extensions =
                switch (to.kind()) {
                    case EXTENSION -> List.of(to.value());
                    case RING_GROUP ->
                        book.groups()
                                .ringGroup(portal, to.value())
                                .map(RingGroup::members)
                                .orElse(List.of());
                    default -> List.of();
                };
        return extensions.stream()
                .distinct()
                .flatMap(extension -> book.extensions().find(portal, extension).stream())
                .toList();
    }
}
