package org.patchbay.voicemail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.VoiceMessage;
import org.patchbay.voicemail.mail.MessageMails;
import org.patchbay.voicemail.sound.WavFile;
import org.patchbay.voicemail.store.VoicemailStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of mailboxes. May wait for the database and the disk. Thread-safe. */
@Component(service = Messages.class, configurationPid = "org.patchbay.voicemail")
@Designate(ocd = VoicemailConfig.class)
public final class Messages {

    private static final Logger log = LoggerFactory.getLogger(Messages.class);
    private static final long MEGABYTE = 1_000_000;

    private final VoicemailStore store;
    private final VoiceFiles files;
    private final VoicemailRights rights;
    private final MessageMails mails;
    private final Lamps lamps;
    private final Audit audit;
    private final Events events;
    private final UnitOfWork unit;
    private final int messagesPerBox;
    private final long bytesPerPortal;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Messages(
            @Reference VoicemailStore store,
            @Reference VoiceFiles files,
            @Reference VoicemailRights rights,
            @Reference MessageMails mails,
            @Reference Lamps lamps,
            @Reference Audit audit,
            @Reference Events events,
            @Reference UnitOfWork unit,
            VoicemailConfig config) {
        this.store = store;
        this.files = files;
        this.rights = rights;
        this.mails = mails;
        this.lamps = lamps;
        this.audit = audit;
        this.events = events;
        this.unit = unit;
        this.messagesPerBox = config.messagesPerBox();
        this.bytesPerPortal = config.megabytesPerPortal() * MEGABYTE;
    }

    /** Who left a message. */
    public record Author(String number, String name, Optional<PersonId> person) {}

    /** Why no message can be left now, if so. */
    public Optional<String> obstacle(PortalId portal, String extension) {
        Counts counts = store.counts(portal, extension);
        if (counts.fresh() + counts.heard() >= messagesPerBox) {
            return Optional.of("box-full");
        }
        if (store.bytes(portal) >= bytesPerPortal) {
            return Optional.of("portal-full");
        }
        return files.hasRoom() ? Optional.empty() : Optional.of("disk-full");
    }

    /** Says that a message could not be left. */
    public void failed(PortalId portal, Extension extension, String reason) {
        events.publish(
                portal,
                VoicemailEvents.FAILED,
                extension.id(),
                new VoicemailEvents.MessageFailed(
                        extension.id(), extension.person().map(PersonId::value), reason));
    }

    /** Keeps what was recorded of a caller as a message, whole or not at all; empty if it cannot be kept. */
    public Optional<VoiceMessage> leave(
            PortalId portal, Extension extension, MailboxSettings settings, Author author, Path recorded) {
        String id = Ids.next(clock);
        try {
            WavFile wav = files.keep(portal, extension.id(), id, recorded);
            Path sound = files.message(portal, extension.id(), id);
            var message = new VoiceMessage(
                    id,
                    extension.id(),
                    author.number(),
                    author.name(),
                    clock.instant(),
                    wav.millis(),
                    Files.size(sound),
                    Optional.empty());
            unit.run(() -> add(portal, extension, settings, author, message));
            return Optional.of(message);
        } catch (IOException | PatchbayException e) {
            log.warn("A message cannot be kept: {}", e.getMessage());
            files.delete(files.message(portal, extension.id(), id));
            failed(portal, extension, "not-written");
            return Optional.empty();
        }
    }

    private void add(
            PortalId portal, Extension extension, MailboxSettings settings, Author author, VoiceMessage message) {
        Optional<String> mail = settings.mail() ? mails.send(portal, extension, settings, message) : Optional.empty();
        events.publish(
                portal,
                VoicemailEvents.LEFT,
                extension.id(),
                new VoicemailEvents.MessageLeft(
                        extension.id(),
                        extension.person().map(PersonId::value),
                        message.id(),
                        message.millis() / 1000,
                        author.person().map(PersonId::value),
                        author.number(),
                        author.name()));
        store.add(portal, message);
        if (settings.deleteMailed()) {
            mail.ifPresent(sent -> store.mailed(portal, extension.id(), message.id(), sent));
        }
        unit.afterCommit(() -> lamps.changed(portal, extension.id()));
    }

    /** The messages of a mailbox, newest first. */
    public Page<VoiceMessage> list(PortalId portal, String extension, PageRequest page, Caller by) {
        rights.require(portal, extension, by);
        return store.list(portal, extension, page);
    }

    /** The same at the phone, after the PIN. */
    public Page<VoiceMessage> list(PortalId portal, String extension, PageRequest page) {
        return store.list(portal, extension, page);
    }

    public Counts counts(PortalId portal, String extension) {
        return store.counts(portal, extension);
    }

    public VoiceMessage get(PortalId portal, String extension, String id, Caller by) {
        rights.require(portal, extension, by);
        return require(portal, extension, id);
    }

    private VoiceMessage require(PortalId portal, String extension, String id) {
        return store.message(portal, extension, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("voicemail.no-message", "There is no such message"));
    }

    /** The sound of a message; who hears somebody else's is in the audit. */
    public Path sound(PortalId portal, String id, String message, boolean first, boolean download, Caller by) {
        Extension extension = rights.require(portal, id, by);
        require(portal, id, message);
        if (first && !VoicemailRights.isOwn(portal, extension, by)) {
            String action = download ? "voicemail.downloaded" : "voicemail.listened";
            audit.record(portal, by, new AuditDraft(action, "extension", id, Map.of(), Map.of("message", message)));
        }
        return sound(portal, id, message);
    }

    /** The same at the phone. */
    public Path sound(PortalId portal, String extension, String message) {
        Path sound = files.message(portal, extension, message);
        if (!Files.isRegularFile(sound)) {
            throw Problem.NOT_FOUND.because("voicemail.no-sound", "The sound of this message is gone");
        }
        return sound;
    }

    /** Marks a message as heard, or as new. */
    public VoiceMessage mark(PortalId portal, String id, String message, boolean heard, Caller by) {
        mark(portal, rights.require(portal, id, by), message, heard);
        return require(portal, id, message);
    }

    /** The same at the phone; nothing for one that is gone. */
    public void mark(PortalId portal, Extension extension, String message, boolean heard) {
        unit.run(() -> {
            Optional<VoiceMessage> present = store.message(portal, extension.id(), message);
            if (present.filter(one -> one.heard().isPresent() != heard).isEmpty()) {
                return;
            }
            Optional<Instant> when = heard ? Optional.of(clock.instant()) : Optional.empty();
            store.heard(portal, extension.id(), message, when);
            events.publish(
                    portal,
                    VoicemailEvents.HEARD,
                    extension.id(),
                    new VoicemailEvents.MessageHeard(
                            extension.id(), extension.person().map(PersonId::value), message, heard));
            unit.afterCommit(() -> lamps.changed(portal, extension.id()));
        });
    }

    public void delete(PortalId portal, String id, String message, Caller by) {
        Extension extension = rights.require(portal, id, by);
        unit.run(() -> {
            require(portal, id, message);
            delete(portal, extension, message);
            if (!VoicemailRights.isOwn(portal, extension, by)) {
                audit.record(
                        portal,
                        by,
                        new AuditDraft("voicemail.deleted", "extension", id, Map.of("message", message), Map.of()));
            }
        });
    }

    /** The same at the phone; nothing for one that is gone. */
    public void delete(PortalId portal, Extension extension, String message) {
        unit.run(() -> {
            if (!store.delete(portal, extension.id(), message)) {
                return;
            }
            events.publish(
                    portal,
                    VoicemailEvents.DELETED,
                    extension.id(),
                    new VoicemailEvents.MessageDeleted(
                            extension.id(), extension.person().map(PersonId::value), message));
            unit.afterCommit(() -> {
                files.delete(files.message(portal, extension.id(), message));
                lamps.changed(portal, extension.id());
            });
        });
    }

    /** Puts a copy into another mailbox; whether it could. */
    public boolean forward(PortalId portal, String from, String message, Extension to, Mailbox box) {
        Optional<VoiceMessage> present = store.message(portal, from, message);
        if (present.isEmpty() || obstacle(portal, to.id()).isPresent()) {
            return false;
        }
        VoiceMessage copy = present.get().in(to.id(), Ids.next(clock), clock.instant());
        try {
            files.copy(portal, sound(portal, from, message), to.id(), copy.id());
            var author = new Author(copy.caller(), copy.callerName(), Optional.empty());
            unit.run(() -> add(portal, to, box.settings(), author, copy));
            return true;
        } catch (IOException | PatchbayException e) {
            log.warn("A message cannot be passed on: {}", e.getMessage());
            files.delete(files.message(portal, to.id(), copy.id()));
            failed(portal, to, "not-written");
            return false;
        }
    }
}
