package org.patchbay.provisioning;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The events of provisioning; the subject is the id of the phone, of a softphone that of its device, of a phone that waits its hardware address. */
@Component
public final class ProvisioningEvents implements EventTypes {

    /** A desk phone was added. */
    public static final String CREATED = "desk-phone.created";

    /** A desk phone was changed. */
    public static final String UPDATED = "desk-phone.updated";

    /** A desk phone was taken away. */
    public static final String DELETED = "desk-phone.deleted";

    /** A desk phone fetched its file. */
    public static final String FETCHED = "desk-phone.fetched";

    /** A desk phone got a new secret. */
    public static final String RENEWED = "desk-phone.secret-renewed";

    /** A desk phone that asked in the local network was told its link. */
    public static final String OFFERED = "desk-phone.offered";

    /** A phone that nobody added looks for a server. */
    public static final String WAITING = "desk-phone.waiting";

    /** A softphone's link was made. */
    public static final String SOFTPHONE_LINKED = "softphone.linked";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(CREATED, "A desk phone was added.", PhoneChange.class),
                EventType.durable(UPDATED, "A desk phone was changed.", PhoneChange.class),
                EventType.durable(DELETED, "A desk phone was taken away.", PhoneChange.class),
                EventType.durable(FETCHED, "A desk phone fetched its file.", PhoneChange.class),
                EventType.durable(RENEWED, "A desk phone got a new secret.", PhoneChange.class),
                EventType.durable(
                        OFFERED, "A desk phone that asked in the local network was told its link.", PhoneChange.class),
                EventType.passing(
                        WAITING,
                        "A phone that nobody added looks for a server in the local network.",
                        PhoneWaits.class),
                EventType.durable(SOFTPHONE_LINKED, "A link for a softphone was made.", SoftphoneLinked.class));
    }

    /** Which phone; the extension by its id. */
    public record PhoneChange(String phone, String mac, String extension) {}

    /** Which phone, by its hardware address as it says. */
    public record PhoneWaits(String mac) {}

    /** Which device; the extension by its id. */
    public record SoftphoneLinked(String device, String extension) {}
}
