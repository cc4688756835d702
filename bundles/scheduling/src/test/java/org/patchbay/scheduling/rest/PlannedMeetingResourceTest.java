package org.patchbay.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.scheduling.World.MONDAY;

import java.time.LocalDateTime;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Occurrence;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.scheduling.World;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class PlannedMeetingResourceTest implements RestResourceContract {

    private final World world = new World();
    private final PlannedMeetingResource resource = new PlannedMeetingResource(world.meetings);
    private final OccurrenceResource occurrences = new OccurrenceResource(world.meetings);
    private final InvitationResource invitations = new InvitationResource(world.invitations);
    private final String acme = world.acme.value();
    private final String bolt = world.bolt.value();

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public Class<? extends RestResource> resource() {
        return PlannedMeetingResource.class;
    }

    private static void refuses(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private PlannedMeeting plan() {
        var weekly = Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, 3));
        Response answer = resource.plan(acme, World.draft(MONDAY, weekly, World.addresses("tom@x.test")), world.ada);
        PlannedMeeting meeting = (PlannedMeeting) answer.getEntity();
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("portals/" + acme + "/planned-meetings/" + meeting.id());
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"1\"");
        return meeting;
    }

    @Test
    void plansChangesAndCancels() {
        String id = plan().id();
        var change = new OccurrenceChange(MONDAY, true, Optional.empty(), Optional.empty());
        var draft = World.draft(World.addresses());

        assertThat(resource.get(acme, id, world.ada).getHeaderString("ETag")).isEqualTo("\"1\"");
        refuses(Problem.NOT_FOUND, () -> resource.get(bolt, id, world.stranger));
        assertThat(resource.change(acme, id, "\"1\"", change, world.ada).getHeaderString("ETag"))
                .isEqualTo("\"2\"");
        refuses(Problem.STALE, () -> resource.update(acme, id, "\"1\"", draft, world.ada));
        refuses(Problem.INVALID, () -> resource.update(acme, id, null, draft, world.ada));
        assertThat(resource.update(acme, id, "\"2\"", draft, world.ada).getStatus())
                .isEqualTo(200);
        resource.invite(acme, id, world.ada);
        resource.cancel(acme, id, "Ill", world.ada);
        assertThat(resource.list(acme, false, 50, null, world.ada).items())
                .extracting(PlannedMeeting::state)
                .containsExactly(PlannedMeeting.State.CANCELLED);
    }

    @Test
    void listsTimesOfARange() {
        plan();

        var first = occurrences.list(acme, "2026-11-30T00:00:00Z", "2026-12-30T00:00:00Z", false, 2, null, world.ada);
        assertThat(first.items()).extracting(Occurrence::occurrence).containsExactly(MONDAY, MONDAY.plusWeeks(1));
        assertThat(occurrences
                        .list(
                                acme,
                                "2026-11-30T00:00:00Z",
                                "2026-12-30T00:00:00Z",
                                false,
                                2,
                                first.next().orElseThrow(),
                                world.ada)
                        .items())
                .hasSize(1);
        refuses(Problem.INVALID, () -> occurrences.list(acme, "soon", null, false, 2, null, world.ada));
        refuses(
                Problem.INVALID,
                () -> occurrences.list(
                        acme, "2026-11-30T00:00:00Z", "2028-11-30T00:00:00Z", false, 2, null, world.ada));
    }

    @Test
    void anInvitationIsAnsweredWithItsSecret() {
        plan();
        String secret = world.secret("tom@x.test");
        Optional<LocalDateTime> one = Optional.of(MONDAY);

        assertThat(invitations.get(acme, secret).answer()).isEqualTo(Answer.NEEDS_ACTION);
        var answer = new InvitationResource.InvitationAnswer(Answer.ACCEPTED, one);
        assertThat(invitations
                        .answer(acme, secret, answer, world.ben)
                        .upcoming()
                        .get(0)
                        .answer())
                .isEqualTo(Answer.ACCEPTED);
        refuses(Problem.NOT_FOUND, () -> invitations.get(bolt, secret));
    }
}
