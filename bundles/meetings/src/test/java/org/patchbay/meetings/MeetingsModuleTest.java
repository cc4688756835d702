package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.meetings.script.MeetingsModule;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.live.RecordedSink;

/** What scripts do in rooms. */
class MeetingsModuleTest {

    private final MeetingWorld world = new MeetingWorld();
    private final PortalId acme = world.acme.id();
    private final MeetingsModule module = new MeetingsModule(new RoomWay(world.one.rooms));

    @AfterEach
    void close() {
        world.close();
    }

    private Meeting start(Lobby lobby) {
        return world.one.meetings.start(
                acme,
                new MeetingDraft(
                        "Monday",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(lobby),
                        Optional.empty()),
                Callers.user(acme));
    }

    private RecordedSink join(Meeting meeting) {
        var sink = new RecordedSink();
        world.one.channel.open(Callers.guest(acme, meeting.id()), acme, "{\"meeting\":\"" + meeting.id() + "\"}", sink);
        return sink;
    }

    private String only(Meeting meeting) {
        assertThat(module.participants(acme, meeting.id())).hasSize(1);
        return module.participants(acme, meeting.id()).get(0).id();
    }

    /** The participant who was the last to wait. */
    private String waiting() {
        String data = world.events.last("meeting.participant.waiting").data();
        return data.replaceAll(".*\"participant\":\"([^\"]+)\".*", "$1");
    }

    private static void isRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void postRenameAndEndWhereSomebodyIs() {
        Meeting meeting = start(Lobby.OFF);
        isRefused("meeting.unknown", () -> module.post(acme, meeting.id(), "Hello"));
        join(meeting);

        module.post(acme, meeting.id(), "Hello");
        module.rename(acme, meeting.id(), only(meeting), "Visitor");

        assertThat(world.roomStore.lines(acme, meeting.id())).singleElement().satisfies(line -> assertThat(line.text())
                .isEqualTo("Hello"));
        assertThat(module.participants(acme, meeting.id()))
                .extracting(Participant::name)
                .containsExactly("Visitor");
        module.end(acme, meeting.id());
        assertThat(world.one.meetings.find(acme, meeting.id()).orElseThrow().state())
                .isEqualTo(Meeting.State.ENDED);
    }

    @Test
    @Tag("S0.24")
    void beginAndEndRecordings() {
        Meeting meeting = start(Lobby.OFF);
        join(meeting);
        isRefused("feature.off", () -> module.startRecording(acme, meeting.id()));
        world.recorder.serve(acme, true);

        module.startRecording(acme, meeting.id());
        isRefused("recording.going-on", () -> module.startRecording(acme, meeting.id()));
        module.stopRecording(acme, meeting.id());

        assertThat(world.recorder.recordings()).singleElement().satisfies(going -> {
            assertThat(going.meeting().id()).isEqualTo(meeting.id());
            assertThat(going.said()).as("nobody agreed by that").containsExactly("stopped by nobody");
        });
    }

    @Test
    void admitAndRefuseWhoWaits() {
        Meeting meeting = start(Lobby.GUESTS);
        RecordedSink first = join(meeting);
        module.admit(acme, meeting.id(), waiting());
        await().untilAsserted(() -> assertThat(first.messages()).anyMatch(message -> message.contains("\"admitted\"")));

        RecordedSink second = join(meeting);
        module.refuse(acme, meeting.id(), waiting());
        await().untilAsserted(() ->
                assertThat(second.messages()).anyMatch(message -> message.contains("\"reason\":\"refused\"")));
        assertThat(world.events.types()).contains(RoomEvents.ADMITTED, RoomEvents.REFUSED);
        isRefused("participant.gone", () -> module.admit(acme, meeting.id(), waiting()));
    }

    @Test
    void reachNoOtherPortalsRoom() {
        Meeting meeting = start(Lobby.OFF);
        join(meeting);
        PortalId bolt = world.portals.named("Bolt").id();

        isRefused("meeting.unknown", () -> module.end(bolt, meeting.id()));
        isRefused("meeting.unknown", () -> module.startRecording(bolt, meeting.id()));
        assertThat(module.participants(bolt, meeting.id())).isEmpty();
    }
}
