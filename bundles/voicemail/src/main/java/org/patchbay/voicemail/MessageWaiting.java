package org.patchbay.voicemail;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.spi.signalling.EventPackage;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.store.VoicemailStore;

/** The event package {@code message-summary} (RFC 3842): a phone learns of the messages in its own extension's mailbox. */
@Component
public final class MessageWaiting implements EventPackage {

    private final Extensions extensions;
    private final Mailboxes mailboxes;
    private final VoicemailStore store;

    @Activate
    public MessageWaiting(
            @Reference Extensions extensions, @Reference Mailboxes mailboxes, @Reference VoicemailStore store) {
        this.extensions = extensions;
        this.mailboxes = mailboxes;
        this.store = store;
    }

    @Override
    public String name() {
        return Lamps.PACKAGE;
    }

    @Override
    public Optional<EventState> state(PortalId portal, String watcher, String resource) {
        return extensions
                .ofDevice(portal, watcher)
                .filter(own -> names(portal, own, resource))
                .filter(own -> mailboxes.isOn(portal, own.id()))
                .map(own -> new EventState(
                        "application/simple-message-summary", body(own, store.counts(portal, own.id()))));
    }

    /** Whether the resource is the extension or one of its phones. */
    private boolean names(PortalId portal, Extension own, String resource) {
        return resource.equals(own.number())
                || extensions.devices(portal, own.id()).stream()
                        .anyMatch(device -> device.user().equals(resource));
    }

    private static String body(Extension own, Counts counts) {
        return "Messages-Waiting: " + (counts.fresh() > 0 ? "yes" : "no") + "\r\n"
                + "Message-Account: sip:" + own.number() + "\r\n"
                + "Voice-Message: " + counts.fresh() + "/" + counts.heard() + " (0/0)\r\n";
    }
}
