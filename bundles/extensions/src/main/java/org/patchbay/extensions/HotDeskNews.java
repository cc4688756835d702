package org.patchbay.extensions;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Events;
import org.patchbay.api.extensions.GuestPhone;
import org.patchbay.api.extensions.PhoneServices;

/** Tells of phones at which people signed in or out, by what was chosen before and after. */
final class HotDeskNews {

    private final Events events;

    HotDeskNews(Events events) {
        this.events = events;
    }

    void tell(PortalId portal, Record before, Record after, Optional<String> person) {
        if (before instanceof PhoneServices earlier && after instanceof PhoneServices later) {
            tell(portal, ExtensionEvents.HOT_DESK_ENDED, earlier, later.guestPhones(), person);
            tell(portal, ExtensionEvents.HOT_DESK_BEGAN, later, earlier.guestPhones(), person);
        }
    }

    private void tell(
            PortalId portal, String type, PhoneServices of, List<GuestPhone> others, Optional<String> person) {
        of.guestPhones().stream()
                .filter(phone -> !others.contains(phone))
                .forEach(phone -> events.publish(
                        portal,
                        type,
                        phone.device(),
                        new ExtensionEvents.HotDeskChange(phone.device(), of.extension(), person)));
    }
}
