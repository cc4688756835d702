package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.meetings.Participant;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.live.RecordedSink;

class ChatFilesTest {

    private final MeetingWorld world = new MeetingWorld();
    private final ChatFiles files = new ChatFiles(world.roomStore, world.one.rooms, 1, 2);

    @AfterEach
    void close() {
        world.close();
    }

    private String join(Meeting meeting, Caller guest) {
        world.one.channel.open(guest, world.acme.id(), "{\"meeting\":\"" + meeting.id() + "\"}", new RecordedSink());
        return new RoomWay(world.one.rooms)
                .who(world.acme.id(), meeting.id()).stream()
                        .map(Participant::id)
                        .findFirst()
                        .orElseThrow();
    }

    private ChatFiles.Attachment post(Meeting meeting, String participant, Caller caller, int bytes)
            throws IOException {
        return files.post(
                world.acme.id(),
                meeting.id(),
                participant,
                "plan.pdf",
                new ByteArrayInputStream(new byte[bytes]),
                caller);
    }

    @Test
    void aFileIsInTheChatUpToTheLimits() throws IOException {
        Meeting meeting = world.one.start();
        Caller guest = Callers.guest(world.acme.id(), meeting.id());
        String participant = join(meeting, guest);

        ChatFiles.Attachment posted = post(meeting, participant, guest, 1_000_000);
        assertThat(files.find(world.acme.id(), meeting.id(), posted.id(), guest).content())
                .hasSize(1_000_000);
        assertThat(world.roomStore.lines(world.acme.id(), meeting.id()))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.file().map(file -> file.id())).contains(posted.id()));

        isRefused("chat.file-too-large", () -> post(meeting, participant, guest, 1_000_001));
        post(meeting, participant, guest, 999_999);
        isRefused("chat.full", () -> post(meeting, participant, guest, 2));
        isRefused("chat.file-unknown", () -> files.find(world.acme.id(), meeting.id(), "other", guest));
    }

    @Test
    void nobodyPostsAsAnother() {
        Meeting meeting = world.one.start();
        String participant = join(meeting, Callers.guest(world.acme.id(), meeting.id()));
        isRefused("participant.gone", () -> post(meeting, participant, Callers.user(world.acme.id()), 1));
        assertThat(world.roomStore.bytes(world.acme.id(), meeting.id())).isZero();
    }

    @Test
    void whoIsNotInTheRoomReadsNoFile() throws IOException {
        Caller.Member host = Callers.user(world.acme.id());
        Meeting meeting = world.one.meetings.start(world.acme.id(), MeetingDraft.titled("Monday"), host);
        Caller guest = Callers.guest(world.acme.id(), meeting.id());
        String participant = join(meeting, guest);
        ChatFiles.Attachment posted = post(meeting, participant, guest, 3);
        isRefused("chat.file-unknown", () -> files.find(world.acme.id(), meeting.id(), posted.id(), host));

        world.one.meetings.remove(world.acme.id(), meeting.id(), participant, host);
        isRefused("chat.file-unknown", () -> files.find(world.acme.id(), meeting.id(), posted.id(), guest));
        world.one.meetings.end(world.acme.id(), meeting.id(), host);
        isRefused("participant.gone", () -> files.find(world.acme.id(), meeting.id(), posted.id(), guest));
    }

    @Test
    void whoPostsFileAfterFileIsHeldUpBeforeTheyAreRead() throws IOException {
        Meeting meeting = world.one.start();
        Caller guest = Callers.guest(world.acme.id(), meeting.id());
        String participant = join(meeting, guest);
        for (int i = 0; i < 10; i++) {
            post(meeting, participant, guest, 1);
        }
        isRefused(
                "meeting.pace",
                () -> files.post(
                        world.acme.id(), meeting.id(), participant, "plan.pdf", InputStream.nullInputStream(), guest));
        assertThat(world.roomStore.lines(world.acme.id(), meeting.id())).hasSize(10);
    }

    private static void isRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
