package org.patchbay.meetings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;

/** What every room store does. */
interface RoomStoreContract {

    PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    PortalId OTHER = new PortalId("018f0000-0000-7000-8000-00000000000b");
    Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

    RoomStore store();

    private static ChatLine line(String id, String text, Optional<ChatLine.Attachment> file) {
        return new ChatLine(
                id, NOW, Optional.of("0000000a"), Optional.of("p1"), Optional.empty(), "Ann", "", text, file);
    }

    @Test
    default void remembersWhatTheRoomWroteLast() {
        RoomStore store = store();
        String meeting = Ids.next();
        assertThat(store.memory(ACME, meeting)).isEmpty();
        store.remember(ACME, meeting, "{\"a\":1}");
        store.remember(ACME, meeting, "{\"a\":2}");
        assertThat(store.memory(ACME, meeting)).contains("{\"a\":2}");
        assertThat(store.memory(OTHER, meeting)).isEmpty();
    }

    @Test
    default void keepsTheNewestLinesInOrder() {
        RoomStore store = store();
        String meeting = Ids.next();
        String other = Ids.next();
        store.add(ACME, other, line(Ids.next(), "elsewhere", Optional.empty()));
        var file = new ChatFile(Ids.next(), "plan.pdf", Optional.of("p1"), new byte[] {1, 2, 3});
        var attachment = new ChatLine.Attachment(file.id(), file.name(), 3);
        store.add(ACME, meeting, file);
        for (int i = 0; i < 503; i++) {
            String id = String.format("018f0000-0000-7000-8000-%012d", i);
            Optional<ChatLine.Attachment> attached = i == 2 ? Optional.of(attachment) : Optional.empty();
            store.add(ACME, meeting, line(meeting.substring(0, 18) + id.substring(18), "line " + i, attached));
        }
        assertThat(store.lines(ACME, meeting)).hasSize(500).first().satisfies(first -> assertThat(first.text())
                .isEqualTo("line 3"));
        assertThat(store.file(ACME, meeting, file.id()))
                .as("the file of a line that is gone")
                .isEmpty();
        assertThat(store.lines(ACME, other)).hasSize(1);
        assertThat(store.lines(OTHER, meeting)).isEmpty();
    }

    @Test
    default void keepsWhoWroteALine() {
        RoomStore store = store();
        String meeting = Ids.next();
        var said = new ChatLine(
                Ids.next(),
                NOW,
                Optional.of("0000000b"),
                Optional.empty(),
                Optional.of("visit of Bo"),
                "Bo",
                "",
                "Hi",
                Optional.empty());
        store.add(ACME, meeting, said);
        assertThat(store.lines(ACME, meeting)).containsExactly(said);
        assertThat(said.holder()).contains("visit of Bo");
    }

    @Test
    default void keepsFilesOfThisMeetingOnlyAndForgetsThemWithIt() {
        RoomStore store = store();
        String meeting = Ids.next();
        var file = new ChatFile(Ids.next(), "plan.pdf", Optional.of("p1"), new byte[] {1, 2, 3});
        store.add(ACME, meeting, file);
        var attachment = new ChatLine.Attachment(file.id(), file.name(), 3);
        ChatLine line = line(Ids.next(), "", Optional.of(attachment));
        store.add(ACME, meeting, line);

        assertThat(store.file(ACME, meeting, file.id()).orElseThrow().content()).containsExactly(1, 2, 3);
        assertThat(store.file(OTHER, meeting, file.id())).isEmpty();
        assertThat(store.file(ACME, Ids.next(), file.id())).isEmpty();
        assertThat(store.bytes(ACME, meeting)).isEqualTo(3);
        assertThat(store.lines(ACME, meeting)).containsExactly(line);

        store.removeFile(OTHER, meeting, file.id());
        assertThat(store.bytes(ACME, meeting)).isEqualTo(3);
        store.forget(OTHER, meeting);
        assertThat(store.lines(ACME, meeting)).hasSize(1);
        store.forget(ACME, meeting);
        assertThat(store.lines(ACME, meeting)).isEmpty();
        assertThat(store.bytes(ACME, meeting)).isZero();
    }
}
