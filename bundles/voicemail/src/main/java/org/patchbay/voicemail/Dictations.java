package org.patchbay.voicemail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Names;
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
import org.patchbay.voicemail.box.Dictation;
import org.patchbay.voicemail.mail.DictationMails;
import org.patchbay.voicemail.sound.WavFile;
import org.patchbay.voicemail.store.DictationStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was dictated at phones. May wait for the database and the disk. Thread-safe. */
@Component(service = Dictations.class, configurationPid = "org.patchbay.voicemail")
public final class Dictations {

    private static final Logger log = LoggerFactory.getLogger(Dictations.class);
    private static final long MEGABYTE = 1_000_000;
    private static final int LONGEST_NAME = 100;

    private final DictationStore store;
    private final VoiceFiles files;
    private final Mailboxes mailboxes;
    private final VoicemailRights rights;
    private final DictationMails mails;
    private final Audit audit;
    private final Events events;
    private final UnitOfWork unit;
    private final int most;
    private final long bytesPerPortal;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Dictations(
            @Reference DictationStore store,
            @Reference VoiceFiles files,
            @Reference Mailboxes mailboxes,
            @Reference VoicemailRights rights,
            @Reference DictationMails mails,
            @Reference Audit audit,
            @Reference Events events,
            @Reference UnitOfWork unit,
            VoicemailConfig config) {
        this.store = store;
        this.files = files;
        this.mailboxes = mailboxes;
        this.rights = rights;
        this.mails = mails;
        this.audit = audit;
        this.events = events;
        this.unit = unit;
        this.most = config.messagesPerBox();
        this.bytesPerPortal = config.megabytesPerPortal() * MEGABYTE;
    }

    /** Whether somebody may dictate at a phone of the extension. Answers from memory. */
    public boolean isOn(PortalId portal, String extension) {
        return mailboxes
                .find(portal, extension)
                .filter(box -> box.settings().dictation())
                .isPresent();
    }

    /** Whether there is room for one more. */
    public boolean hasRoom(PortalId portal, String extension) {
        return store.count(portal, extension) < most && store.bytes(portal) < bytesPerPortal && files.hasRoom();
    }

    /** Keeps what was recorded, whole or not at all; empty if it cannot be kept. */
    public Optional<Dictation> keep(PortalId portal, Extension extension, Path recorded) {
        String id = Ids.next(clock);
        Path sound = files.message(portal, extension.id(), id);
        try {
            WavFile wav = files.keep(portal, extension.id(), id, recorded);
            var dictation = new Dictation(
                    id, extension.id(), "", extension.number(), clock.instant(), wav.millis(), Files.size(sound));
            unit.run(() -> add(portal, extension, dictation));
            return Optional.of(dictation);
        } catch (IOException | PatchbayException e) {
            log.warn("A dictation cannot be kept: {}", e.getMessage());
            files.delete(sound);
            return Optional.empty();
        }
    }

    private void add(PortalId portal, Extension extension, Dictation dictation) {
        mailboxes
                .find(portal, extension.id())
                .filter(box -> box.settings().dictationMail())
                .ifPresent(box -> mails.send(portal, extension, box.settings(), dictation));
        store.add(portal, dictation);
        publish(portal, VoicemailEvents.DICTATED, extension, dictation.id());
    }

    private void publish(PortalId portal, String type, Extension extension, String id) {
        events.publish(
                portal,
                type,
                extension.id(),
                new VoicemailEvents.DictationChange(
                        extension.id(), extension.person().map(PersonId::value), id));
    }

    /** Those of an extension, newest first. */
    public Page<Dictation> list(PortalId portal, String extension, PageRequest page, Caller by) {
        rights.require(portal, extension, by);
        return store.list(portal, extension, page);
    }

    private Dictation require(PortalId portal, String extension, String id) {
        return store.find(portal, extension, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("dictation.unknown", "There is no such dictation"));
    }

    /** The sound of a dictation; who hears somebody else's is in the audit. */
    public Path sound(PortalId portal, String id, String dictation, boolean first, boolean download, Caller by) {
        Extension extension = rights.require(portal, id, by);
        require(portal, id, dictation);
        if (first && !VoicemailRights.isOwn(portal, extension, by)) {
            record(portal, download ? "dictation.downloaded" : "dictation.listened", id, dictation, by);
        }
        Path sound = files.message(portal, id, dictation);
        if (!Files.isRegularFile(sound)) {
            throw Problem.NOT_FOUND.because("voicemail.no-sound", "The sound of this message is gone");
        }
        return sound;
    }

    private void record(PortalId portal, String action, String id, String dictation, Caller by) {
        audit.record(portal, by, new AuditDraft(action, "extension", id, Map.of(), Map.of("dictation", dictation)));
    }

    public Dictation rename(PortalId portal, String id, String dictation, String name, Caller by) {
        Extension extension = rights.require(portal, id, by);
        String checked = Names.check("/name", name, LONGEST_NAME);
        return unit.call(() -> {
            Dictation before = require(portal, id, dictation);
            store.rename(portal, id, dictation, checked);
            publish(portal, VoicemailEvents.DICTATION_RENAMED, extension, dictation);
            if (!VoicemailRights.isOwn(portal, extension, by)) {
                record(portal, "dictation.renamed", id, dictation, by);
            }
            return before.named(checked);
        });
    }

    public void delete(PortalId portal, String id, String dictation, Caller by) {
        Extension extension = rights.require(portal, id, by);
        unit.run(() -> {
            require(portal, id, dictation);
            store.delete(portal, id, dictation);
            publish(portal, VoicemailEvents.DICTATION_DELETED, extension, dictation);
            if (!VoicemailRights.isOwn(portal, extension, by)) {
                record(portal, "dictation.deleted", id, dictation, by);
            }
            unit.afterCommit(() -> files.delete(files.message(portal, id, dictation)));
        });
    }
}
