package org.patchbay.scheduling.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.CalendarFeeds;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.scheduling.invitation.CalendarWriter;
import org.patchbay.scheduling.invitation.InvitationPost;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.planning.Secret;
import org.patchbay.scheduling.store.FeedStore;
import org.patchbay.scheduling.store.PlanStore;

/** The component behind {@link CalendarFeeds}. */
@Component
public final class FeedService implements CalendarFeeds {

    /** The most in one calendar, series counted once. */
    static final int MEETINGS = 2000;

    private static final Duration RECENT = Duration.ofDays(90);

    private final FeedStore store;
    private final PlanStore kept;
    private final Plans plans;
    private final People people;
    private final PortalLinks links;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Clock clock;

    @Activate
    public FeedService(
            @Reference FeedStore store,
            @Reference PlanStore kept,
            @Reference Plans plans,
            @Reference People people,
            @Reference PortalLinks links,
            @Reference Audit audit,
            @Reference UnitOfWork unit) {
        this(store, kept, plans, people, links, audit, unit, Clock.systemUTC());
    }

    public FeedService(
            FeedStore store,
            PlanStore kept,
            Plans plans,
            People people,
            PortalLinks links,
            Audit audit,
            UnitOfWork unit,
            Clock clock) {
        this.store = store;
        this.kept = kept;
        this.plans = plans;
        this.people = people;
        this.links = links;
        this.audit = audit;
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> created(PortalId portal, Caller.Member by) {
        return store.created(portal, own(portal, by));
    }

    @Override
    public String renew(PortalId portal, Caller.Member by) {
        PersonId person = own(portal, by);
        String secret = Secret.next();
        unit.run(() -> {
            store.put(portal, person, Secret.hash(secret), clock.instant().truncatedTo(ChronoUnit.MICROS));
            record(portal, by, "calendar-feed.renewed");
        });
        return secret;
    }

    @Override
    public void revoke(PortalId portal, Caller.Member by) {
        PersonId person = own(portal, by);
        unit.run(() -> {
            if (store.remove(portal, person)) {
                record(portal, by, "calendar-feed.revoked");
            }
        });
    }

    private void record(PortalId portal, Caller.Member by, String action) {
        audit.record(portal, by, new AuditDraft(action, "person", by.person().value(), Map.of(), Map.of()));
    }

    private static PersonId own(PortalId portal, Caller.Member by) {
        if (!by.portal().equals(portal)) {
            throw Problem.NOT_FOUND.because("portal.unknown", "There is no such portal");
        }
        return by.person();
    }

    @Override
    public String read(PortalId portal, String secret) {
        return unit.call(() -> {
            PersonId person = store.bySecretHash(portal, Secret.hash(secret)).orElseThrow(FeedService::unknown);
            Person reader = people.find(portal, person).filter(Person::mayEnter).orElseThrow(FeedService::unknown);
            Instant now = clock.instant();
            List<PlannedMeeting> meetings = kept.attended(portal, person, now.minus(RECENT), now, MEETINGS).stream()
                    .map(plans::openAlone)
                    .sorted(Comparator.comparing(PlannedMeeting::id))
                    .toList();
            // What is the same reads the same, so that its tag does.
            var calendar = new CalendarWriter(meetings.stream()
                            .map(PlannedMeeting::created)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH))
                    .zones(meetings);
            meetings.forEach(meeting -> calendar.meeting(meeting, words(meeting, reader)));
            return calendar.text();
        });
    }

    private CalendarWriter.Words words(PlannedMeeting meeting, Person reader) {
        String link = links.link(meeting.portal(), "/m/" + meeting.code()).toString();
        String organizer = people.find(meeting.portal(), meeting.organizer())
                .flatMap(Person::email)
                .or(reader::email)
                .orElse("noreply@invalid");
        return new CalendarWriter.Words(
                InvitationPost.description(meeting, link, ""), link, organizer, Optional.empty(), meeting.sequence());
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("feed.unknown", "This address leads to no calendar any more");
    }
}
