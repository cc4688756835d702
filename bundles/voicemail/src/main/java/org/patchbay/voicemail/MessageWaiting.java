package org.patchbay.voicemail;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.signalling.EventPackage;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.store.VoicemailStore;

/** The event package {@code message-summary} (RFC 3842): a phone learns of the messages in its own extension's mailbox. */
@Component
public final class MessageWaiting implements EventPackage {

    private static final Counts NONE = new Counts(0, 0);

    private final Extensions extensions;
    private final Mailboxes mailboxes;
    private final VoicemailStore store;
    private final Portals portals;

    @Activate
    public MessageWaiting(
            @Reference Extensions extensions,
            @Reference Mailboxes mailboxes,
            @Reference VoicemailStore store,
            @Reference Portals portals) {
        this.extensions = extensions;
        this.mailboxes = mailboxes;
        this.store = store;
        this.portals = portals;
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
                .map(own -> new EventState(
                        "application/simple-message-summary", body(account(portal, own), counts(portal, own))));
    }

    /** None while the mailbox is off: a phone that were refused would not ask again. */
    private Counts counts(PortalId portal, Extension own) {
        return mailboxes.isOn(portal, own.id()) ? store.counts(portal, own.id()) : NONE;
    }

    /** Whether the resource is the extension or one of its phones. */
    private boolean names(PortalId portal, Extension own, String resource) {
        return resource.equals(own.number())
                || extensions.devices(portal, own.id()).stream()
                        .anyMatch(device -> device.user().equals(resource));
    }

    /** The address of record. */
    private String account(PortalId portal, Extension own) {
        String domain = portals.find(portal).map(found -> "@" + found.host()).orElse("");
        return "sip:" + own.number() + domain;
    }

    private static String body(String account, Counts counts) {
        return "Messages-Waiting: " + (counts.fresh() > 0 ? "yes" : "no") + "\r\n"
                + "Message-Account: " + account + "\r\n"
                + "Voice-Message: " + counts.fresh() + "/" + counts.heard() + " (0/0)\r\n";
    }
}
