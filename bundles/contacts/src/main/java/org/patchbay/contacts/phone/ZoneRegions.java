package org.patchbay.contacts.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;

/** The country of a portal, by its time zone: in which numbers without a country code are meant. */
@Component(service = ZoneRegions.class)
public final class ZoneRegions {

    private final Portals portals;
    private final Properties countries = countries();

    @Activate
    public ZoneRegions(@Reference Portals portals) {
        this.portals = portals;
    }

    /** The ISO 3166 code; empty for a zone that is of no country. */
    public Optional<String> of(PortalId portal) {
        return portals.find(portal).map(Portal::zone).map(countries::getProperty);
    }

    private static Properties countries() {
        Properties countries = new Properties();
        try (InputStream in = Objects.requireNonNull(ZoneRegions.class.getResourceAsStream("zones.properties"))) {
            countries.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return countries;
    }
}
