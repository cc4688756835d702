package org.patchbay.scheduling.planning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.Ticket;

/** Brings the invitations of a meeting in line with who is to be invited. Thread-safe. */
@Component(service = Invited.class)
public final class Invited {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final PlanStore store;
    private final Plans plans;
    private final ClusterMap again;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Invited(@Reference PlanStore store, @Reference Plans plans, @Reference Cluster cluster) {
        this.store = store;
        this.plans = plans;
        this.again = cluster.map("plan-invited-again", PAUSE);
    }

    /** Lets pass, over all nodes, an attempt to invite again after the pause, and the same once more; LIMITED before. */
    void requirePause(PortalId portal, String meeting, String attempt) {
        String key = portal + "/" + meeting;
        byte[] mine = attempt.getBytes(StandardCharsets.US_ASCII);
        if (!again.putIfAbsent(key, mine)
                && again.get(key).filter(last -> Arrays.equals(last, mine)).isEmpty()) {
            String minutes = String.valueOf(PAUSE.toMinutes());
            throw Problem.LIMITED.because(
                    "invite.again",
                    "Invitations are sent again at most every " + minutes + " minutes",
                    Map.of("minutes", minutes));
        }
    }

    /** The invitations that there are of those that the meeting had. */
    List<Ticket> left(PlannedMeeting meeting) {
        Set<String> ids = meeting.invitees().stream().map(Invitee::id).collect(Collectors.toSet());
        return store.tickets(meeting.portal(), meeting.id()).stream()
                .filter(ticket -> ids.contains(ticket.invitee().id()))
                .toList();
    }

    /** Who stays, who is new and who is invited no longer. */
    record Difference(List<Ticket> staying, List<Ticket> added, List<Ticket> removed) {}

    /** Writes the difference; who stays keeps the secret, and the answer unless it is to be given anew. */
    Difference align(PortalId portal, String meeting, List<Guest> guests, boolean answersEnd) {
        Map<String, Ticket> present = new LinkedHashMap<>();
        store.tickets(portal, meeting)
                .forEach(ticket -> present.put(Guest.key(ticket.invitee().email()), ticket));
        List<Ticket> staying = new ArrayList<>();
        List<Ticket> added = new ArrayList<>();
        for (Guest guest : guests) {
            Optional<Ticket> known = Optional.ofNullable(present.remove(guest.key()));
            Ticket ticket = known.map(one -> one.with(invitee(one.invitee(), guest, answersEnd)))
                    .orElseGet(() -> plans.ticket(portal, fresh(guest)));
            store.put(portal, meeting, ticket);
            (known.isPresent() ? staying : added).add(ticket);
        }
        List<Ticket> removed = List.copyOf(present.values());
        removed.forEach(ticket -> store.remove(portal, ticket.invitee().id()));
        return new Difference(staying, added, removed);
    }

    private Invitee fresh(Guest guest) {
        return new Invitee(
                Ids.next(clock),
                guest.person(),
                guest.contact(),
                guest.group(),
                guest.name(),
                guest.email(),
                guest.language(),
                Answer.NEEDS_ACTION,
                Optional.empty(),
                List.of());
    }

    private static Invitee invitee(Invitee present, Guest guest, boolean answersEnd) {
        return new Invitee(
                present.id(),
                guest.person(),
                guest.contact(),
                guest.group(),
                guest.name(),
                guest.email(),
                guest.language(),
                answersEnd ? Answer.NEEDS_ACTION : present.answer(),
                answersEnd ? Optional.empty() : present.answered(),
                answersEnd ? List.of() : present.occurrences());
    }
}
