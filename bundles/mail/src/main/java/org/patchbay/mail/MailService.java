package org.patchbay.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.mail.CalendarPart;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailBody;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.MailPreview;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.mail.store.MailStore;
import org.patchbay.mail.store.StoredMail;
import org.patchbay.spi.mail.MailTemplate;

/** Writes mails into the outbox. Thread-safe. */
@Component
public final class MailService implements Mails {

    static final String BODY_FIELD = "mail.body";
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"\\\\\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\\\\\p{Cntrl}]{1,189}");

    private final MailStore store;
    private final TemplateDirectory templates;
    private final Portals portals;
    private final PortalLinks links;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Secrets secrets;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public MailService(
            @Reference MailStore store,
            @Reference TemplateDirectory templates,
            @Reference Portals portals,
            @Reference PortalLinks links,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit,
            @Reference Secrets secrets,
            @Reference Outbox outbox) {
        this(store, templates, portals, links, events, audit, unit, secrets, outbox, Clock.systemUTC());
    }

    MailService(
            MailStore store,
            TemplateDirectory templates,
            Portals portals,
            PortalLinks links,
            Events events,
            Audit audit,
            UnitOfWork unit,
            Secrets secrets,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.portals = portals;
        this.links = links;
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.secrets = secrets;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mail send(PortalId portal, MailDraft draft) {
        if (!ADDRESS.matcher(draft.to()).matches()) {
            throw Problem.INVALID.at("/to", "email.invalid", "is not an e-mail address");
        }
        Portal sender = portals.find(portal)
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        String template = templates.named(draft.template()).text(draft.language());
        Branding branding = Branding.of(sender, Branding.logoPath(sender).map(path -> links.link(portal, path)
                .toString()));
        Letter letter = Letter.write(template, draft.values(), branding, draft.language());
        Instant now = clock.instant();
        Mail.State state = outbox.canDeliver() ? Mail.State.QUEUED : Mail.State.KEPT;
        Mail mail = Mail.written(Ids.next(clock), portal, draft.to(), letter.subject(), draft.template(), state, now);
        unit.run(() -> {
            store.add(new StoredMail(
                    mail,
                    Optional.of(secrets.seal(portal, BODY_FIELD, letter.body().text())),
                    Optional.of(secrets.seal(portal, BODY_FIELD, letter.body().html())),
                    now,
                    draft.person(),
                    draft.calendar().map(part -> secrets.seal(portal, BODY_FIELD, Calendars.write(part))),
                    draft.file()));
            events.publish(
                    portal,
                    MailEvents.QUEUED,
                    mail.id(),
                    new MailEvents.MailQueued(mail.id(), mail.subject(), draft.template(), state == Mail.State.KEPT));
            unit.afterCommit(outbox::wake);
        });
        return mail;
    }

    @Override
    public Page<Mail> list(PortalId portal, Optional<PortalId> of, PageRequest page) {
        if (!portal.isRoot() && of.filter(other -> !other.equals(portal)).isPresent()) {
            throw Problem.NOT_FOUND.because("portal.unknown", "There is no such portal");
        }
        return store.list(of.orElse(portal), page);
    }

    @Override
    public Optional<Mail> find(PortalId portal, String id) {
        return store.find(portal, id).map(StoredMail::mail);
    }

    @Override
    public MailBody look(PortalId portal, String id, Caller by) {
        StoredMail stored = need(portal, id);
        Mail mail = stored.mail();
        String text = stored.sealedText().orElseThrow(MailService::gone);
        String html = stored.sealedHtml().orElseThrow(MailService::gone);
        String person = by.personId().map(Object::toString).orElse("");
        String name = by instanceof Caller.Member member ? member.name() : "";
        unit.run(() -> {
            events.publish(mail.portal(), MailEvents.LOOKED_AT, id, new MailEvents.MailLookedAt(id, person, name));
            audit.record(mail.portal(), by, new AuditDraft(MailEvents.LOOKED_AT, "mail", id, Map.of(), Map.of()));
        });
        return new MailBody(
                secrets.open(mail.portal(), BODY_FIELD, text),
                secrets.open(mail.portal(), BODY_FIELD, html),
                stored.sealedCalendar()
                        .map(kept -> Calendars.read(secrets.open(mail.portal(), BODY_FIELD, kept)))
                        .map(CalendarPart::text));
    }

    private static PatchbayException gone() {
        return Problem.NOT_FOUND.because("mail.body-gone", "The body of a mail is dropped once it was sent");
    }

    @Override
    public Mail retry(PortalId portal, String id) {
        return unit.call(() -> {
            StoredMail stored = need(portal, id);
            Mail mail = stored.mail();
            if (mail.state() == Mail.State.SENT) {
                throw Problem.CONFLICT.because("mail.sent", "This mail was sent already");
            }
            Mail again = mail.with(outbox.canDeliver() ? Mail.State.QUEUED : Mail.State.KEPT, 0, Optional.empty());
            store.update(stored.with(again, stored.sealedText(), stored.sealedHtml(), clock.instant()));
            unit.afterCommit(outbox::wake);
            return again;
        });
    }

    @Override
    public Map<Mail.State, Long> figures(PortalId portal) {
        return store.count(portal);
    }

    @Override
    public List<String> kinds() {
        return templates.names();
    }

    @Override
    public MailPreview preview(PortalId portal, String kind, String language) {
        if (!LANGUAGES.contains(language)) {
            throw Problem.INVALID.at("language", "language.unknown", "must be en, de, es or fr");
        }
        Portal sender = portals.find(portal)
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        MailTemplate template = templates.named(kind);
        Map<String, String> values = new HashMap<>(template.sample());
        values.putAll(Preview.values(sender, links.link(portal, "/welcome#").toString(), language, clock.instant()));
        // The reader is on a page of this server, perhaps on another host of it.
        Letter letter =
                Letter.write(template.text(language), values, Branding.of(sender, Branding.logoPath(sender)), language);
        return new MailPreview(
                kind,
                language,
                letter.subject(),
                letter.body().text(),
                letter.body().html());
    }

    private StoredMail need(PortalId portal, String id) {
        return store.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("mail.unknown", "There is no such mail"));
    }
}
