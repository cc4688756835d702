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
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.Text;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.PhoneBook;
import org.patchbay.calls.Workshop;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.store.TextLine;
import org.patchbay.calls.store.WaitingText;
import org.patchbay.spi.signalling.TextMessages;

/**
 * Takes texts from phone to phone (RFC 3428): to an extension, or to all in a ring group. They are kept until a phone took them, so
 * that the sender hears "accepted" also where nobody is there (section 7), and stand in the history of who wrote and who gets them.
 * What the sender's own extension gets, as one of a group, goes to the phones that are there now. Thread-safe.
 */
@Component(service = {PhoneTexts.class, TextMessages.class})
public final class PhoneTexts implements TextMessages {

    /** In bytes, so that a text fits into a datagram (RFC 3428, section 8). */
    static final int LONGEST = 1_300;

    private static final int MOST_AT_ONCE = 1_000;

    /** What becomes of a text. */
    enum Fate {
        ACCEPTED(202, "Accepted"),
        FORBIDDEN(403, "This Phone Belongs To No Extension"),
        NOT_FOUND(404, "Nobody Who Can Read Has This Number"),
        TOO_LARGE(413, "The Text Is Too Long"),
        FULL(480, "Too Many Texts Wait There"),
        NO_PHONE(480, "No Phone Is There"),
        BUSY(503, "Too Many Texts At Once");

        private final Answer answer;

        Fate(int status, String reason) {
            this.answer = new Answer(status, reason);
        }
    }

    /** What became of a text, and how it stands in the history of who wrote it; nowhere if that is nobody, or if it is not taken. */
    record Outcome(Fate fate, Optional<TextLine> line) {

        static Outcome of(Fate fate) {
            return new Outcome(fate, Optional.empty());
        }
    }

    /** A text that somebody writes at a phone, or in the portal, where no phone is the sender's. */
    private record Draft(PortalId portal, Optional<String> phone, Extension from, Correspondent to, Text text) {}

    private final Signalling signalling;
    private final Book book;
    private final TextPost post;
    private final TextArchive archive;
    private final UnitOfWork unit;
    private final Executor workers;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private CompletableFuture<Outcome> last = CompletableFuture.completedFuture(Outcome.of(Fate.ACCEPTED));

    @Activate
    public PhoneTexts(
            @Reference Signalling signalling,
            @Reference PhoneBook book,
            @Reference TextPost post,
            @Reference TextArchive archive,
            @Reference UnitOfWork unit,
            @Reference Workshop workshop) {
        this(signalling, book, post, archive, unit, workshop.workers(), Clock.systemUTC());
    }

    PhoneTexts(
            Signalling signalling,
            PhoneBook book,
            TextPost post,
            TextArchive archive,
            UnitOfWork unit,
            Executor workers,
            Clock clock) {
        this.signalling = signalling;
        this.book = book.book();
        this.post = post;
        this.archive = archive;
        this.unit = unit;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Answer> message(PortalId portal, String account, String called, String text) {
        return book.extensions()
                .ofDevice(portal, account)
                .map(from -> write(portal, Optional.of(account), from, called, text))
                .orElseGet(() -> CompletableFuture.completedFuture(Outcome.of(Fate.FORBIDDEN)))
                .thenApply(outcome -> outcome.fate().answer);
    }

    /** Somebody who has the extension writes in the portal. */
    CompletionStage<Outcome> write(PortalId portal, Extension from, String called, String text) {
        return write(portal, Optional.empty(), from, called, text);
    }

    private CompletionStage<Outcome> write(
            PortalId portal, Optional<String> phone, Extension from, String called, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return CompletableFuture.completedFuture(Outcome.of(Fate.TOO_LARGE));
        }
        Optional<Correspondent> to = Correspondent.of(book, portal, called);
        if (to.isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.of(Fate.NOT_FOUND));
        }
        Instant now = clock.instant();
        // No database keeps NUL in a text, and no phone shows it.
        var written = new Text(new Party(from.number(), from.name()), text.replace("\0", ""), now);
        var draft = new Draft(portal, phone, from, to.get(), written);
        return inTurn(() -> unit.call(() -> take(draft)));
    }

    /** One after the other, so that they are kept in the order in which they came. */
    private synchronized CompletionStage<Outcome> inTurn(Supplier<Outcome> work) {
        if (waiting.get() >= MOST_AT_ONCE) {
            return CompletableFuture.completedFuture(Outcome.of(Fate.BUSY));
        }
        waiting.incrementAndGet();
        CompletableFuture<Outcome> outcome = last.handleAsync((before, failure) -> work.get(), workers)
                .whenComplete((done, failure) -> waiting.decrementAndGet());
        last = outcome;
        return outcome;
    }

    private Outcome take(Draft draft) {
        boolean taken = false;
        boolean full = false;
        for (Extension reader : draft.to().readers()) {
            List<Device> phones = book.extensions().devices(draft.portal(), reader.id());
            if (reader.id().equals(draft.from().id())) {
                taken |= sendNow(draft, phones);
            } else if (reader.person().isPresent() || !phones.isEmpty()) {
                boolean kept = keep(draft, reader);
                taken |= kept;
                full |= !kept;
            }
        }
        return taken
                ? new Outcome(Fate.ACCEPTED, archive.wrote(draft.portal(), draft.from(), draft.to(), draft.text()))
                : Outcome.of(full ? Fate.FULL : Fate.NO_PHONE);
    }

    private boolean keep(Draft draft, Extension reader) {
        var text = new WaitingText(
                Ids.next(), reader.id(), reader.person(), draft.from().person(), draft.text());
        boolean kept = post.keep(draft.portal(), text);
        if (kept) {
            archive.came(draft.portal(), text);
        }
        return kept;
    }

    private boolean sendNow(Draft draft, List<Device> phones) {
        List<String> others = phones.stream()
                .map(Device::id)
                .filter(phone -> !draft.phone().equals(Optional.of(phone)))
                .flatMap(phone -> signalling.registrations(draft.portal(), phone).stream())
                .map(Registration::id)
                .toList();
        unit.afterCommit(() -> others.forEach(registration -> {
            var unused = signalling.message(draft.portal(), registration, draft.text());
        }));
        return !others.isEmpty();
    }
}
