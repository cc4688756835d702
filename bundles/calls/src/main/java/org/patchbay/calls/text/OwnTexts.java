package org.patchbay.calls.text;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Caller;
import org.patchbay.calls.PhoneBook;
import org.patchbay.calls.TextNews;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.store.TextHistory;
import org.patchbay.calls.store.TextLine;
import org.patchbay.calls.store.TextLine.Box;

/**
 * The texts of the own extensions: who has one reads and writes there, and nobody else does. Somebody else's extension is not
 * found. Waits for the database. Thread-safe.
 */
@Component(service = OwnTexts.class)
public final class OwnTexts {

    private static final int PATIENCE_SECONDS = 10;

    private final Book book;
    private final PhoneTexts texts;
    private final TextHistory history;
    private final TextNews news;

    @Activate
    public OwnTexts(
            @Reference PhoneBook book,
            @Reference PhoneTexts texts,
            @Reference TextHistory history,
            @Reference TextNews news) {
        this.book = book.book();
        this.texts = texts;
        this.history = history;
        this.news = news;
    }

    /**
     * A text of a conversation.
     *
     * @param own whether one wrote it oneself
     */
    public record PhoneText(String id, boolean own, String words, Instant sent) {

        static PhoneText of(TextLine line) {
            return new PhoneText(line.id(), line.own(), line.words(), line.sent());
        }
    }

    /**
     * What was written to and fro with an extension or a group.
     *
     * @param name as it was when the last text was written; may be empty
     * @param unread how many of the texts that came one has not read
     */
    public record TextConversation(String number, String name, PhoneText last, int unread) {

        static TextConversation of(TextHistory.Talk talk) {
            TextLine last = talk.last();
            return new TextConversation(last.number(), last.name(), PhoneText.of(last), talk.unread());
        }
    }

    /** The conversations, that with the newest text first. */
    public Page<TextConversation> conversations(PortalId portal, String extension, PageRequest page, Caller by) {
        Page<TextHistory.Talk> talks = history.talks(portal, box(portal, extension, by), page);
        return new Page<>(talks.items().stream().map(TextConversation::of).toList(), talks.next(), talks.total());
    }

    /** What was written to and fro with a number, the newest first; nothing where nothing was. */
    public Page<PhoneText> list(PortalId portal, String extension, String number, PageRequest page, Caller by) {
        Page<TextLine> lines = history.list(portal, box(portal, extension, by), known(portal, number), page);
        return new Page<>(lines.items().stream().map(PhoneText::of).toList(), lines.next(), lines.total());
    }

    /**
     * Writes to the extension or group of a number; it is taken when this returns, and shown there as soon as a phone is.
     *
     * @throws PatchbayException NOT_FOUND where nobody has the number, INVALID for an empty or too long text, CONFLICT where too
     *     many texts wait or where no phone is and nobody to read, LIMITED when too much is written at once
     */
    public PhoneText send(PortalId portal, String extension, String number, String words, Caller by) {
        Extension from = own(portal, extension, by);
        if (words.isBlank()) {
            throw Problem.INVALID.at("/words", "text.empty", "must say something");
        }
        PhoneTexts.Outcome outcome = write(portal, from, number, words);
        return outcome.line().map(PhoneText::of).orElseThrow(() -> refusal(outcome.fate()));
    }

    private PhoneTexts.Outcome write(PortalId portal, Extension from, String number, String words) {
        try {
            return texts.write(portal, from, number, words)
                    .toCompletableFuture()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PatchbayException problem) {
                throw problem;
            }
            throw e;
        }
    }

    private static PatchbayException refusal(PhoneTexts.Fate fate) {
        return switch (fate) {
            case TOO_LARGE ->
                Problem.INVALID.at(
                        "/words",
                        "text.too-long",
                        "must have at most " + PhoneTexts.LONGEST + " bytes",
                        Map.of("most", PhoneTexts.LONGEST));
            case NOT_FOUND -> Problem.NOT_FOUND.because("text.nobody", "Nobody who can read has this number");
            case FULL -> Problem.CONFLICT.because("text.full", "Too many texts wait there");
            case NO_PHONE -> Problem.CONFLICT.because("text.no-phone", "No phone is there, and nobody to read");
            case BUSY -> Problem.LIMITED.because("text.busy", "Too many texts at once");
            case ACCEPTED, FORBIDDEN -> Problem.NOT_FOUND.because("call.extension", "There is no such extension");
        };
    }

    /** Marks as read what came from a number, up to this text. */
    public void read(PortalId portal, String extension, String number, String until, Caller by) {
        Box box = box(portal, extension, by);
        String with = known(portal, number);
        if (!history.read(portal, box, with, until)) {
            throw Problem.NOT_FOUND.because("text.unknown", "There is no such text");
        }
        news.changed(portal, box.person(), extension, with);
    }

    /** As it was set up, however it is written; what nobody has any more, as it stands there. */
    private String known(PortalId portal, String number) {
        return Correspondent.of(book, portal, number).map(Correspondent::number).orElse(number);
    }

    private Box box(PortalId portal, String extension, Caller by) {
        return new Box(
                by.personId().orElseThrow(OwnTexts::notFound),
                own(portal, extension, by).id());
    }

    private Extension own(PortalId portal, String id, Caller by) {
        return book.extensions()
                .find(portal, id)
                .filter(extension -> by.portal().equals(portal))
                .filter(extension ->
                        extension.person().isPresent() && extension.person().equals(by.personId()))
                .orElseThrow(OwnTexts::notFound);
    }

    private static PatchbayException notFound() {
        return Problem.NOT_FOUND.because("call.extension", "There is no such extension");
    }
}
