package org.patchbay.scheduling.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.mail.CalendarPart;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.meetings.DialIns;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.scheduling.SchedulingConfig;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.store.Ticket;
import org.patchbay.scheduling.time.Slot;
import org.patchbay.scheduling.time.Timetable;

/** Writes to the invited, in the caller's unit of work, in the language of each. Thread-safe. */
@Component(service = InvitationPost.class, configurationPid = "org.patchbay.scheduling")
public final class InvitationPost {

    private static final String REQUEST = "REQUEST";
    private static final String CANCEL = "CANCEL";

    private final Mails mails;
    private final PortalLinks links;
    private final People people;
    private final Plans plans;
    private final DialIns dialIns;
    private final String inbox;
    private final Clock clock;

    @Activate
    public InvitationPost(
            @Reference Mails mails,
            @Reference PortalLinks links,
            @Reference People people,
            @Reference Plans plans,
            @Reference DialIns dialIns,
            SchedulingConfig config) {
        this(mails, links, people, plans, dialIns, config.inboxAddress(), Clock.systemUTC());
    }

    public InvitationPost(
            Mails mails, PortalLinks links, People people, Plans plans, DialIns dialIns, String inbox, Clock clock) {
        this.mails = mails;
        this.links = links;
        this.people = people;
        this.plans = plans;
        this.dialIns = dialIns;
        this.inbox = inbox.strip();
        this.clock = clock;
    }

    /** Invites. */
    public void invite(PlannedMeeting meeting, Ticket ticket) {
        request(meeting, ticket, InvitationTemplate.NAME);
    }

    /** Says that the meeting is different now. */
    public void update(PlannedMeeting meeting, Ticket ticket) {
        request(meeting, ticket, UpdateTemplate.NAME);
    }

    private void request(PlannedMeeting meeting, Ticket ticket, String template) {
        String phone = phone(meeting, ticket);
        Map<String, String> values = values(meeting, ticket, next(meeting), phone);
        send(meeting, ticket, template, values, REQUEST, whole(meeting, ticket, REQUEST, phone));
    }

    /** Says what became of one occurrence. */
    public void change(PlannedMeeting meeting, Ticket ticket, OccurrenceChange change) {
        ZoneId zone = ZoneId.of(meeting.zone());
        Instant starts = change.start().orElse(change.occurrence()).atZone(zone).toInstant();
        int minutes = change.minutes().orElse(meeting.minutes());
        var slot = new Slot(
                change.occurrence(),
                change.start().orElse(change.occurrence()),
                starts,
                starts.plusSeconds(60L * minutes),
                true);
        String phone = change.cancelled() ? "" : phone(meeting, ticket);
        Map<String, String> values = values(meeting, ticket, Optional.of(slot), phone);
        values.put("series", "");
        values.put("message", "");
        String method = change.cancelled() ? CANCEL : REQUEST;
        String calendar = new CalendarWriter(clock.instant())
                .method(method)
                .zones(List.of(meeting))
                .occurrence(meeting, words(meeting, ticket, phone), change)
                .text();
        send(
                meeting,
                ticket,
                change.cancelled() ? CancellationTemplate.NAME : UpdateTemplate.NAME,
                values,
                method,
                calendar);
    }

    /** Says that the meeting does not take place, or that somebody is not invited any more. */
    public void cancel(PlannedMeeting meeting, Ticket ticket, Optional<String> message) {
        Map<String, String> values = values(meeting, ticket, next(meeting), "");
        values.put("message", message.orElse(""));
        send(meeting, ticket, CancellationTemplate.NAME, values, CANCEL, whole(meeting, ticket, CANCEL, ""));
    }

    /** Reminds of one occurrence; calendars know of it already. */
    public void remind(PlannedMeeting meeting, Ticket ticket, Slot slot) {
        Map<String, String> values = values(meeting, ticket, Optional.of(slot), phone(meeting, ticket));
        values.put("series", "");
        mails.send(
                meeting.portal(),
                new MailDraft(
                        ticket.invitee().email(),
                        ReminderTemplate.NAME,
                        ticket.invitee().language(),
                        values,
                        whose(meeting, ticket)));
    }

    private void send(
            PlannedMeeting meeting,
            Ticket ticket,
            String template,
            Map<String, String> values,
            String method,
            String calendar) {
        Invitee invitee = ticket.invitee();
        mails.send(
                meeting.portal(),
                new MailDraft(
                        invitee.email(),
                        template,
                        invitee.language(),
                        values,
                        whose(meeting, ticket),
                        Optional.of(new CalendarPart(method, calendar, organizer(meeting, ticket)))));
    }

    /** A mail goes with who gets it or, outside, with who invites. */
    private Optional<PersonId> whose(PlannedMeeting meeting, Ticket ticket) {
        return ticket.invitee().person().or(() -> people.find(meeting.portal(), meeting.organizer())
                .map(Person::id));
    }

    private String whole(PlannedMeeting meeting, Ticket ticket, String method, String phone) {
        return new CalendarWriter(clock.instant())
                .method(method)
                .zones(List.of(meeting))
                .meeting(meeting, words(meeting, ticket, phone))
                .text();
    }

    private CalendarWriter.Words words(PlannedMeeting meeting, Ticket ticket, String phone) {
        Invitee invitee = ticket.invitee();
        String link = link(meeting.portal(), "/m/" + meeting.code());
        return new CalendarWriter.Words(
                description(meeting, link, phone),
                link,
                organizer(meeting, ticket),
                Optional.of(new CalendarWriter.Attendance(invitee.name(), invitee.email(), invitee.answer())),
                meeting.sequence());
    }

    /** What a calendar shows of the meeting: agenda, link, how it is reached by telephone, and PIN. */
    public static String description(PlannedMeeting meeting, String link, String phone) {
        return meeting.agenda().map(agenda -> agenda + "\n\n").orElse("")
                + link
                + (phone.isEmpty() ? "" : "\n" + phone)
                + meeting.room().pin().map(pin -> "\nPIN: " + pin).orElse("");
    }

    /** How it is reached by telephone; codes of the portal's own phones are for its people alone. Empty where it is not. */
    private String phone(PlannedMeeting meeting, Ticket ticket) {
        boolean inside = ticket.invitee().person().isPresent();
        return dialIns.of(meeting.portal(), meeting.code())
                .map(dialIn -> new MailWords(ticket.invitee().language())
                        .phone(
                                dialIn.number(),
                                dialIn.phones().stream()
                                        .filter(phone -> inside || phone.startsWith("+"))
                                        .toList()))
                .orElse("");
    }

    /** Where answers go: with a secret of the invited to the mailbox that is read here, or else to the organizer. */
    private String organizer(PlannedMeeting meeting, Ticket ticket) {
        int at = inbox.lastIndexOf('@');
        if (at > 0) {
            return inbox.substring(0, at) + "+" + plans.secretOf(meeting.portal(), ticket) + inbox.substring(at);
        }
        return plans.organizerEmail(meeting)
                .orElseGet(() -> "noreply@" + links.link(meeting.portal(), "/").getHost());
    }

    private Optional<Slot> next(PlannedMeeting meeting) {
        List<Slot> slots = Timetable.of(meeting);
        Instant now = clock.instant();
        return slots.stream()
                .filter(slot -> slot.ends().isAfter(now))
                .findFirst()
                .or(() -> slots.stream().findFirst());
    }

    private Map<String, String> values(PlannedMeeting meeting, Ticket ticket, Optional<Slot> slot, String phone) {
        var words = new MailWords(ticket.invitee().language());
        ZoneId zone = ZoneId.of(meeting.zone());
        String secret = plans.secretOf(meeting.portal(), ticket);
        Map<String, String> values = new HashMap<>();
        values.put("name", ticket.invitee().name());
        values.put("organizer", meeting.organizerName());
        values.put("title", meeting.title());
        values.put(
                "when",
                slot.map(one -> words.when(one.starts(), one.ends(), zone)).orElse(""));
        values.put("series", words.series(meeting, Timetable.of(meeting)));
        values.put("agenda", meeting.agenda().orElse(""));
        values.put("phone", phone);
        values.put("pin", meeting.room().pin().map(pin -> "PIN: " + pin).orElse(""));
        values.put("link", link(meeting.portal(), "/m/" + meeting.code()));
        values.put("acceptLink", answerLink(meeting.portal(), secret, Answer.ACCEPTED));
        values.put("maybeLink", answerLink(meeting.portal(), secret, Answer.TENTATIVE));
        values.put("declineLink", answerLink(meeting.portal(), secret, Answer.DECLINED));
        return values;
    }

    private String answerLink(PortalId portal, String secret, Answer answer) {
        return link(portal, "/invitation?answer=" + answer.name().toLowerCase(java.util.Locale.ROOT) + "#" + secret);
    }

    private String link(PortalId portal, String path) {
        return links.link(portal, path).toString();
    }
}
