package org.patchbay.scheduling.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.planning.Secret;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.PlanStore.PlanTicket;
import org.patchbay.scheduling.store.Ticket;
import org.patchbay.scheduling.time.Timetable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes answers that come by mail (RFC 6047). Whose answer it is, the secret in the address that it went to says, never
 * the sender, whom anybody can forge. What is older than what is known changes nothing. Thread-safe.
 */
@Component(service = Replies.class)
public final class Replies {

    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private static final Pattern UID = Pattern.compile("([0-9a-f-]{36})@([0-9a-z-]{1,36})");
    private static final Pattern SECRET = Pattern.compile("\\+([0-9a-f]{32})@");
    private static final Duration AHEAD = Duration.ofHours(1);

    private final PlanStore store;
    private final Plans plans;
    private final InvitationService invitations;
    private final UnitOfWork unit;
    private final Clock clock;

    @Activate
    public Replies(
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference InvitationService invitations,
            @Reference UnitOfWork unit) {
        this(store, plans, invitations, unit, Clock.systemUTC());
    }

    public Replies(PlanStore store, Plans plans, InvitationService invitations, UnitOfWork unit, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.invitations = invitations;
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * Takes what a mail answers.
     *
     * @param recipients the addresses that it went to
     * @return how many answers were kept
     */
    public int take(List<String> recipients, String calendar) {
        int kept = 0;
        for (CalendarReply reply : CalendarReply.read(calendar)) {
            Matcher uid = UID.matcher(reply.uid());
            if (!uid.matches()) {
                log.info("An answer by mail is to no meeting of this server");
                continue;
            }
            var portal = new PortalId(uid.group(2));
            String meeting = uid.group(1);
            kept += unit.call(() -> take(portal, meeting, recipients, reply)) ? 1 : 0;
        }
        return kept;
    }

    private boolean take(PortalId portal, String id, List<String> recipients, CalendarReply reply) {
        Optional<PlannedMeeting> locked = store.lock(portal, id).map(plans::open);
        Optional<Ticket> found = locked.flatMap(meeting -> ticket(meeting, recipients));
        if (locked.isEmpty() || found.isEmpty()) {
            log.warn("An answer by mail to meeting {} is from nobody who is invited", id);
            return false;
        }
        PlannedMeeting meeting = locked.get();
        Ticket ticket = found.get();
        if (meeting.state() == PlannedMeeting.State.CANCELLED || isStale(ticket, reply)) {
            log.info("An answer by mail to meeting {} is out of date", id);
            return false;
        }
        Optional<LocalDateTime> occurrence = reply.occurrence().map(one -> one.in(ZoneId.of(meeting.zone())));
        if (occurrence
                .filter(time -> Timetable.of(meeting).stream()
                        .noneMatch(slot -> slot.occurrence().equals(time)))
                .isPresent()) {
            log.info("An answer by mail to meeting {} is about a time that it does not have", id);
            return false;
        }
        invitations.keep(meeting, ticket, reply.answer(), occurrence, reply.stamp(), Optional.empty());
        return true;
    }

    private boolean isStale(Ticket ticket, CalendarReply reply) {
        return reply.sequence() < ticket.sent()
                || ticket.stamp().filter(known -> !reply.stamp().isAfter(known)).isPresent()
                || reply.stamp().isAfter(clock.instant().plus(AHEAD));
    }

    private Optional<Ticket> ticket(PlannedMeeting meeting, List<String> recipients) {
        return recipients.stream()
                .map(recipient -> SECRET.matcher(recipient.toLowerCase(Locale.ROOT)))
                .filter(Matcher::find)
                .flatMap(matcher -> store.bySecretHash(meeting.portal(), Secret.hash(matcher.group(1))).stream())
                .filter(found -> found.plan().equals(meeting.id()))
                .map(PlanTicket::ticket)
                .findFirst();
    }
}
