package org.patchbay.voicemail.phone;

import java.time.ZoneId;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.voicemail.Mailboxes;
import org.patchbay.voicemail.Messages;
import org.patchbay.voicemail.Pins;
import org.patchbay.voicemail.VoiceFiles;
import org.patchbay.voicemail.box.Mailbox;

/** What is asked for at the phone. Thread-safe. */
@Component(service = Counter.class)
public final class Counter {

    private final Messages messages;
    private final Mailboxes mailboxes;
    private final VoiceFiles files;
    private final Pins pins;
    private final Extensions extensions;
    private final DialPlan plan;
    private final Departments departments;
    private final Portals portals;

    @Activate
    public Counter(
            @Reference Messages messages,
            @Reference Mailboxes mailboxes,
            @Reference VoiceFiles files,
            @Reference Pins pins,
            @Reference Extensions extensions,
            @Reference DialPlan plan,
            @Reference Departments departments,
            @Reference Portals portals) {
        this.messages = messages;
        this.mailboxes = mailboxes;
        this.files = files;
        this.pins = pins;
        this.extensions = extensions;
        this.plan = plan;
        this.departments = departments;
        this.portals = portals;
    }

    Messages messages() {
        return messages;
    }

    VoiceFiles files() {
        return files;
    }

    Pins pins() {
        return pins;
    }

    DialPlan plan() {
        return plan;
    }

    /** The mailbox of an extension, if it is on. */
    Optional<Mailbox> mailbox(PortalId portal, String extension) {
        return mailboxes.find(portal, extension).filter(box -> box.settings().enabled());
    }

    /** What was chosen of the mailbox of an extension, on or off. */
    Optional<Mailbox> anyMailbox(PortalId portal, String extension) {
        return mailboxes.find(portal, extension);
    }

    /** Whether any mailbox of the portal has a PIN. */
    boolean hasPins(PortalId portal) {
        return mailboxes.hasPins(portal);
    }

    boolean isUsed(PortalId portal) {
        return mailboxes.isUsed(portal);
    }

    void choosePin(PortalId portal, Extension extension, String pin) {
        mailboxes.pinAtPhone(portal, extension, pin);
    }

    Optional<Extension> find(PortalId portal, String id) {
        return extensions.find(portal, id);
    }

    /** The extension of a number. */
    Optional<Extension> extension(PortalId portal, String number) {
        Dialled meaning = plan.understand(portal, number);
        return meaning instanceof Dialled.Internal internal
                        && internal.destination().kind() == Destination.Kind.EXTENSION
                ? extensions.find(portal, internal.destination().value())
                : Optional.empty();
    }

    /** The time zone of an extension. */
    ZoneId zone(PortalId portal, Extension extension) {
        return extensions
                .services(portal, extension.id())
                .zone()
                .or(() -> departments.find(portal, extension.department()).flatMap(Department::zone))
                .or(() -> portals.find(portal).map(Portal::zone))
                .map(ZoneId::of)
                .orElse(ZoneId.of("UTC"));
    }
}
