package org.patchbay.testing.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailBody;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.MailPreview;
import org.patchbay.api.mail.Mails;

/** Keeps the drafts of mails instead of sending anything. Thread-safe. */
public final class RecordedMails implements Mails {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /** What was sent, oldest first. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The latest mail to this address. */
    public MailDraft last(String to) {
        return sent.stream()
                .map(Sent::draft)
                .filter(draft -> draft.to().equals(to))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No mail to " + to + " among " + sent));
    }

    @Override
    public Mail send(PortalId portal, MailDraft draft) {
        sent.add(new Sent(portal, draft));
        return mail(sent.size() - 1);
    }

    /** Newest first; pages end with the first. */
    @Override
    public Page<Mail> list(PortalId portal, Optional<PortalId> of, PageRequest page) {
        if (!portal.isRoot() && of.filter(other -> !other.equals(portal)).isPresent()) {
            throw Problem.NOT_FOUND.because("portal.unknown", "There is no such portal");
        }
        PortalId whose = of.orElse(portal);
        List<Mail> mails = IntStream.range(0, sent.size())
                .mapToObj(i -> mail(sent.size() - 1 - i))
                .filter(mail -> whose.isRoot() || mail.portal().equals(whose))
                .toList();
        return new Page<>(mails.stream().limit(page.limit()).toList(), Optional.empty(), OptionalLong.of(mails.size()));
    }

    @Override
    public Optional<Mail> find(PortalId portal, String id) {
        return list(portal, Optional.empty(), PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
                .filter(mail -> mail.id().equals(id))
                .findFirst();
    }

    @Override
    public MailBody look(PortalId portal, String id, Caller by) {
        Mail mail = retry(portal, id);
        String text = sent.get(Integer.parseInt(mail.id())).draft().toString();
        return new MailBody(text, text);
    }

    @Override
    public Mail retry(PortalId portal, String id) {
        return find(portal, id).orElseThrow(() -> Problem.NOT_FOUND.because("mail.unknown", "There is no such mail"));
    }

    @Override
    public Map<Mail.State, Long> figures(PortalId portal) {
        return Map.of(
                Mail.State.KEPT,
                sent.stream()
                        .filter(mail -> portal.isRoot() || mail.portal().equals(portal))
                        .count());
    }

    @Override
    public List<String> kinds() {
        return sent.stream().map(mail -> mail.draft().template()).distinct().toList();
    }

    @Override
    public MailPreview preview(PortalId portal, String kind, String language) {
        return new MailPreview(kind, language, kind, kind, kind);
    }

    private Mail mail(int index) {
        Sent mail = sent.get(index);
        return Mail.written(
                Integer.toString(index),
                mail.portal(),
                mail.draft().to(),
                mail.draft().template(),
                mail.draft().template(),
                Mail.State.KEPT,
                Instant.EPOCH.plusSeconds(index));
    }

    /** A mail as it was asked for. */
    public record Sent(PortalId portal, MailDraft draft) {}
}
