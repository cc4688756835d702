package org.patchbay.voicemail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Events;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.voicemail.box.Greeting;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.store.VoicemailStore;

/** What is chosen of mailboxes, in memory on every server. Thread-safe. */
@Component(service = Mailboxes.class)
public final class Mailboxes {

    private static final String TOPIC = "voicemail-changed";

    private final VoicemailStore store;
    private final VoicemailRights rights;
    private final Extensions extensions;
    private final Pins pins;
    private final Audit audit;
    private final Events events;
    private final UnitOfWork unit;
    private final Cluster cluster;
    private final Map<PortalId, Map<String, Mailbox>> known = new ConcurrentHashMap<>();
    private final Registration topic;

    @Activate
    public Mailboxes(
            @Reference VoicemailStore store,
            @Reference VoicemailRights rights,
            @Reference Extensions extensions,
            @Reference Pins pins,
            @Reference Audit audit,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.store = store;
        this.rights = rights;
        this.extensions = extensions;
        this.pins = pins;
        this.audit = audit;
        this.events = events;
        this.unit = unit;
        this.cluster = cluster;
        this.topic = cluster.subscribe(
                TOPIC, message -> known.remove(new PortalId(new String(message, StandardCharsets.UTF_8))));
    }

    @Deactivate
    public void close() {
        topic.close();
    }

    private Map<String, Mailbox> of(PortalId portal) {
        return known.computeIfAbsent(portal, id -> store.mailboxes(id).stream()
                .collect(Collectors.toUnmodifiableMap(Mailbox::extension, Function.identity())));
    }

    /** The mailbox of an extension, as far as something was chosen of it. */
    public Optional<Mailbox> find(PortalId portal, String extension) {
        return Optional.ofNullable(of(portal).get(extension));
    }

    /** Whether callers may leave messages there. */
    public boolean isOn(PortalId portal, String extension) {
        return find(portal, extension).filter(box -> box.settings().enabled()).isPresent();
    }

    /** Whether any mailbox of the portal is on. */
    public boolean isUsed(PortalId portal) {
        return of(portal).values().stream().anyMatch(box -> box.settings().enabled());
    }

    /** Whether any mailbox of the portal has a PIN. */
    public boolean hasPins(PortalId portal) {
        return of(portal).values().stream().anyMatch(box -> box.pin().isPresent());
    }

    /** Forgets what is in memory of a portal, on every server. */
    public void forget(PortalId portal) {
        known.remove(portal);
        cluster.publish(TOPIC, portal.value().getBytes(StandardCharsets.UTF_8));
    }

    /** The mailbox as it is in the database. */
    public Mailbox get(PortalId portal, String extension, Caller by) {
        rights.require(portal, extension, by);
        return store.mailbox(portal, extension).orElseGet(() -> Mailbox.of(extension));
    }

    /** Chooses; STALE unless the version is the present one. */
    public Mailbox choose(PortalId portal, String id, long version, MailboxSettings settings, Caller by) {
        Extension extension = rights.require(portal, id, by);
        settings.operator().ifPresent(to -> requireThere(portal, extension, to));
        return choose(portal, extension, version, settings, by);
    }

    /** Chooses for an extension of which it is known that the caller may, whatever was chosen before. */
    public void choose(PortalId portal, Extension extension, MailboxSettings settings, Caller by) {
        Mailbox present = store.mailbox(portal, extension.id()).orElseGet(() -> Mailbox.of(extension.id()));
        if (!present.settings().equals(settings)) {
            choose(portal, extension, present.version(), settings, by);
        }
    }

    private Mailbox choose(PortalId portal, Extension extension, long version, MailboxSettings settings, Caller by) {
        return change(portal, extension, version, box -> box.settings(settings), (before, after) -> {
            var draft = new AuditDraft(
                    "voicemail.changed",
                    "extension",
                    extension.id(),
                    fields(before.settings()),
                    fields(after.settings()));
            if (!draft.changesNothing()) {
                audit.record(portal, by, draft);
            }
        });
    }

    private void requireThere(PortalId portal, Extension own, Destination to) {
        boolean itself = to.kind() == Destination.Kind.VOICEMAIL && to.value().equals(own.id());
        boolean person = to.kind() == Destination.Kind.EXTENSION || to.kind() == Destination.Kind.VOICEMAIL;
        if (itself || (person && extensions.find(portal, to.value()).isEmpty())) {
            throw Problem.INVALID.at("/operator/value", "telephone.unknown-target", "is not there");
        }
    }

    /** Chooses a PIN, or none; INVALID for the number of the extension. */
    public Mailbox pin(PortalId portal, String id, Optional<String> pin, Caller by) {
        Extension extension = rights.require(portal, id, by);
        return pin(
                portal,
                extension,
                pin,
                (before, after) -> audit.record(
                        portal,
                        by,
                        new AuditDraft(
                                "voicemail.pin-changed",
                                "extension",
                                id,
                                secret(before, "set"),
                                secret(after, "changed"))));
    }

    /** Chooses a PIN at the phone. */
    public Mailbox pinAtPhone(PortalId portal, Extension extension, String pin) {
        return pin(
                portal,
                extension,
                Optional.of(pin),
                (before, after) -> audit.record(
                        portal,
                        new AuditDraft(
                                "voicemail.pin-changed",
                                "extension",
                                extension.id(),
                                secret(before, "set"),
                                secret(after, "changed"))));
    }

    private static Map<String, String> secret(Mailbox box, String word) {
        return box.pin().isPresent() ? Map.of("pin", word) : Map.of();
    }

    private Mailbox pin(PortalId portal, Extension extension, Optional<String> pin, Note note) {
        if (pin.filter(extension.number()::equals).isPresent()) {
            throw Problem.INVALID.at("/pin", "voicemail.pin-number", "must not be the number of the extension");
        }
        Optional<String> hash = pin.map(pins::hash);
        long version =
                store.mailbox(portal, extension.id()).map(Mailbox::version).orElse(0L);
        return change(portal, extension, version, box -> box.pin(hash), note);
    }

    /** Tells of a change. */
    private interface Note {
        void of(Mailbox before, Mailbox after);
    }

    private Mailbox change(
            PortalId portal, Extension extension, long version, Function<Mailbox, Mailbox> change, Note note) {
        return unit.call(() -> {
            Mailbox before = store.mailbox(portal, extension.id()).orElseGet(() -> Mailbox.of(extension.id()));
            Mailbox after = change.apply(before);
            if (before.version() != version || !store.save(portal, after)) {
                throw Problem.STALE.because("voicemail.stale", "Somebody changed the mailbox in the meantime");
            }
            note.of(before, after);
            events.publish(
                    portal,
                    VoicemailEvents.CHANGED,
                    extension.id(),
                    new VoicemailEvents.MailboxChanged(
                            extension.id(),
                            extension.person().map(PersonId::value),
                            after.settings().enabled()));
            unit.afterCommit(() -> forget(portal));
            return after;
        });
    }

    /** A greeting was recorded, sent or deleted by somebody. */
    public void greetingChanged(PortalId portal, String extension, Greeting greeting, boolean there, Caller by) {
        audit.record(
                portal,
                by,
                new AuditDraft(
                        "voicemail.greeting-changed",
                        "extension",
                        extension,
                        Map.of(),
                        Map.of("greeting", greeting.word(), "state", there ? "set" : "deleted")));
    }

    /** The mailboxes of somebody's own extensions that are not locked, by number. */
    public List<Extension> own(PortalId portal, Caller by) {
        return by.personId()
                .filter(person -> by.portal().equals(portal))
                .map(person -> extensions.ofPerson(portal, person).stream()
                        .filter(extension -> !extension.locked())
                        .toList())
                .orElse(List.of());
    }

    private static Map<String, String> fields(MailboxSettings settings) {
        return Map.ofEntries(
                Map.entry("enabled", "" + settings.enabled()),
                Map.entry("language", settings.language().orElse("")),
                Map.entry("mail", "" + settings.mail()),
                Map.entry("envelope", "" + settings.envelope()),
                Map.entry("callerIdSaid", "" + settings.callerId()),
                Map.entry("pinAtOwnPhone", "" + settings.pinAtOwnPhone()),
                Map.entry(
                        "operator",
                        settings.operator()
                                .map(to -> to.kind() + " " + to.value())
                                .orElse("")),
                Map.entry("shortestSeconds", "" + settings.shortestSeconds()),
                Map.entry("longestSeconds", "" + settings.longestSeconds()),
                Map.entry("silenceSeconds", "" + settings.silenceSeconds()),
                Map.entry("review", "" + settings.review()),
                Map.entry("attach", "" + settings.attach()),
                Map.entry("deleteMailed", "" + settings.deleteMailed()),
                Map.entry("dictation", "" + settings.dictation()),
                Map.entry("dictationMail", "" + settings.dictationMail()));
    }
}
