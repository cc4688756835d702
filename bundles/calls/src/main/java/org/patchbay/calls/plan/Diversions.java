package org.patchbay.calls.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.Department;

/** Which diversions of an extension are on at a moment, by their switches and time groups. Immutable. */
public final class Diversions {

    private final Book book;
    private final PortalId portal;
    private final Instant at;

    public Diversions(Book book, PortalId portal, Instant at) {
        this.book = book;
        this.portal = portal;
        this.at = at;
    }

    public PhoneServices services(Extension of) {
        return book.extensions().services(portal, of.id());
    }

    /** Whether one is on that is switched so, by its times where it has any. */
    public boolean isOn(Extension of, Diversion diversion, boolean switched) {
        PhoneServices services = services(of);
        return services.times().containsKey(diversion)
                ? services.isOn(diversion, switched, at.atZone(zone(book, portal, of)))
                : switched;
    }

    public boolean doNotDisturb(Extension of) {
        return isOn(of, Diversion.DO_NOT_DISTURB, of.doNotDisturb());
    }

    public Optional<Destination> forward(Extension of, Forwards.Case when) {
        return of.forwards().in(when).filter(to -> isOn(of, Diversion.of(when), true));
    }

    /** The zone in which an extension's times of day are meant. */
    public static ZoneId zone(Book book, PortalId portal, Extension of) {
        return book.extensions()
                .services(portal, of.id())
                .zone()
                .or(() -> book.departments().find(portal, of.department()).flatMap(Department::zone))
                .map(ZoneId::of)
                .orElseGet(() -> book.dialPlan().zone(portal));
    }
}
