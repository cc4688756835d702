package org.patchbay.identity.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.holiday.HolidayFile;
import org.patchbay.identity.holiday.HolidayFiles;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The holidays in an iCalendar file, to be looked at and taken over into a department; nothing is kept. */
@Component(service = RestResource.class)
@Path("portals/{portal}/holiday-files")
@Produces(MediaType.APPLICATION_JSON)
public final class HolidayFileResource implements RestResource {

    private final HolidayFiles files;
    private final Portals portals;

    @Activate
    public HolidayFileResource(@Reference HolidayFiles files, @Reference Portals portals) {
        this.files = files;
        this.portals = portals;
    }

    /** Reads the file for holidays in this zone; the portal's unless said. */
    @POST
    @Consumes({"text/calendar", "text/plain"})
    @Requires(Right.MANAGE_DEPARTMENTS)
    public HolidayFile read(
            @PathParam("portal") String portal, @QueryParam("zone") @Nullable String zone, InputStream file) {
        return files.read(bytes(file), zone(new PortalId(portal), zone));
    }

    private ZoneId zone(PortalId portal, @Nullable String zone) {
        Optional<String> wanted = Optional.ofNullable(zone).filter(name -> !name.isEmpty());
        if (wanted.filter(name -> !ZoneId.getAvailableZoneIds().contains(name)).isPresent()) {
            throw Problem.INVALID.at("zone", "zone.unknown", "must be an IANA time zone such as Europe/Berlin");
        }
        return ZoneId.of(wanted.or(() -> portals.find(portal).map(Portal::zone)).orElse(ZoneOffset.UTC.getId()));
    }

    private static byte[] bytes(InputStream file) {
        try {
            byte[] bytes = file.readNBytes(HolidayFiles.FILE_LIMIT + 1);
            if (bytes.length > HolidayFiles.FILE_LIMIT) {
                throw Problem.TOO_LARGE.because("holidays.too-large", "The file is larger than 1 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.INVALID.at("", "import.broken-off", "broke off");
        }
    }
}
