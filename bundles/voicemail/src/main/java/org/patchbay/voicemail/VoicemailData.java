package org.patchbay.voicemail;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.store.DictationStore;
import org.patchbay.voicemail.store.VoicemailStore;

/** Gives and erases what is kept of a portal, of a person and of an extension. */
@Component
public final class VoicemailData implements PortalData, PersonData, EventSubscriber {

    private final VoicemailStore store;
    private final DictationStore dictations;
    private final VoiceFiles files;
    private final Mailboxes mailboxes;
    private final Extensions extensions;
    private final UnitOfWork unit;

    @Activate
    public VoicemailData(
            @Reference VoicemailStore store,
            @Reference DictationStore dictations,
            @Reference VoiceFiles files,
            @Reference Mailboxes mailboxes,
            @Reference Extensions extensions,
            @Reference UnitOfWork unit) {
        this.store = store;
        this.dictations = dictations;
        this.files = files;
        this.mailboxes = mailboxes;
        this.extensions = extensions;
        this.unit = unit;
    }

    @Override
    public String name() {
        return "voicemail";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        store.mailboxes(portal).forEach(box -> export(portal, box, out));
    }

    private void export(PortalId portal, Mailbox box, DataSink out) {
        out.put("mailbox", Map.of("extension", box.extension(), "pin", box.pin().isPresent() ? "set" : ""));
        out.put("mailbox-settings", box.settings());
        Page.walk(page -> store.list(portal, box.extension(), page), message -> out.put("voice-message", message));
        Page.walk(page -> dictations.list(portal, box.extension(), page), dictation -> out.put("dictation", dictation));
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
        dictations.erase(portal);
        unit.afterCommit(() -> {
            files.erase(portal);
            mailboxes.forget(portal);
        });
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        for (Extension extension : extensions.ofPerson(portal, person)) {
            store.mailbox(portal, extension.id()).ifPresent(box -> export(portal, box, out));
        }
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        extensions.ofPerson(portal, person).forEach(extension -> erase(portal, extension.id()));
    }

    private void erase(PortalId portal, String extension) {
        store.erase(portal, extension);
        dictations.erase(portal, extension);
        unit.afterCommit(() -> {
            files.erase(portal, extension);
            mailboxes.forget(portal);
        });
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals("extension.deleted");
    }

    @Override
    public void on(Event event) {
        unit.run(() -> erase(event.portal(), event.subject()));
    }

    @Override
    public boolean durable() {
        return true;
    }
}
