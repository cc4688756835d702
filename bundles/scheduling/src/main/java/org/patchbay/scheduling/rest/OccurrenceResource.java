package org.patchbay.scheduling.rest;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scheduling.Occurrence;
import org.patchbay.api.scheduling.PlannedMeetings;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What takes place when. */
@Component(service = RestResource.class)
@Path("portals/{portal}/occurrences")
@Produces(MediaType.APPLICATION_JSON)
public final class OccurrenceResource implements RestResource {

    private static final Duration USUAL = Duration.ofDays(31);
    private static final Duration LONGEST = Duration.ofDays(400);

    private final PlannedMeetings meetings;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public OccurrenceResource(@Reference PlannedMeetings meetings) {
        this.meetings = meetings;
    }

    /** From a moment until another, at most 400 days: from now on and 31 days if nothing is said. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<Occurrence> list(
            @PathParam("portal") String portal,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("everybody") @DefaultValue("false") boolean everybody,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        Instant first = moment("from", from).orElseGet(clock::instant);
        Instant last = moment("until", until).orElse(first.plus(USUAL));
        if (!first.isBefore(last) || Duration.between(first, last).compareTo(LONGEST) > 0) {
            throw Problem.INVALID.at("until", "occurrences.range", "must be at most 400 days after from");
        }
        return meetings.occurrences(
                new PortalId(portal),
                first,
                last,
                everybody,
                new PageRequest(limit, Optional.ofNullable(after)),
                caller);
    }

    private static Optional<Instant> moment(String name, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeException e) {
            throw Problem.INVALID.at(name, "moment.invalid", "must be a moment such as 2026-11-30T09:00:00Z");
        }
    }
}
