package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.meetings.Participant;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.Json;
import org.patchbay.meetings.RecorderDirectory;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.store.InMemoryUnitOfWork;

/** Two thousand people come to two hundred meetings at the same moment, as at nine on a Monday. */
final class RushTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final int MEETINGS = 200;
    private static final int EACH = 10;
    private static final int DOORS = 32;

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final RecordedEvents events = new RecordedEvents();
    private final RecordingBridge berlin = new RecordingBridge("berlin");
    private final RecordingBridge madrid = new RecordingBridge("madrid");
    private final Map<String, AtomicInteger> offers = new ConcurrentHashMap<>();
    private final Rooms rooms = new Rooms(
            cluster.node("one"),
            new InMemoryUnitOfWork(),
            store,
            new InMemoryRoomStore(),
            events,
            new BridgeDirectory(List.of(berlin, madrid)),
            new CaptionerDirectory(),
            new RecorderDirectory(),
            EACH,
            Duration.ofMinutes(15),
            Clock.systemUTC());
    private final ExecutorService doors = Executors.newFixedThreadPool(DOORS);

    @AfterEach
    void close() {
        doors.shutdownNow();
        rooms.close();
        cluster.close();
    }

    private static String meeting(int number) {
        return "018f0000-0000-7000-8000-%012x".formatted(number);
    }

    private static String participant(int number) {
        return "%08x".formatted(number);
    }

    private void open(int number) {
        String id = meeting(number);
        store.add(
                ACME,
                new StoredMeeting(
                        id,
                        "M" + number,
                        "h" + number,
                        "s",
                        "p0",
                        "Ann",
                        Clock.systemUTC().instant(),
                        Optional.empty()));
        for (int seat = 0; seat < EACH; seat++) {
            String who = participant(number * EACH + seat);
            rooms.post(id).hear(who, text -> {
                if (new String(text, StandardCharsets.UTF_8).startsWith("{\"offer\"")) {
                    offers.computeIfAbsent(who, key -> new AtomicInteger()).incrementAndGet();
                }
            });
        }
    }

    private CompletableFuture<List<Participant>> join(int number, int seat) {
        String who = participant(number * EACH + seat);
        return rooms.send(
                ACME,
                meeting(number),
                new RoomCommand.Join(
                        who, "P" + seat, Optional.of("p" + who), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void everybodyIsInOnceAndInOrder() throws Exception {
        IntStream.range(0, MEETINGS).forEach(this::open);
        var gate = new CountDownLatch(1);
        List<CompletableFuture<Void>> meetings = new ArrayList<>();
        for (int number = 0; number < MEETINGS; number++) {
            int one = number;
            // Each meeting's people knock one right after the other, without waiting for an answer.
            meetings.add(CompletableFuture.supplyAsync(
                            () -> {
                                awaitOpening(gate);
                                return IntStream.range(0, EACH)
                                        .mapToObj(seat -> join(one, seat))
                                        .toArray(CompletableFuture<?>[]::new);
                            },
                            doors)
                    .thenCompose(CompletableFuture::allOf));
        }
        long begin = System.nanoTime();
        gate.countDown();
        CompletableFuture.allOf(meetings.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);
        long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        System.out.printf("%d joins to %d meetings took %d ms%n", MEETINGS * EACH, MEETINGS, milliseconds);

        for (int number = 0; number < MEETINGS; number++) {
            int first = number * EACH;
            List<String> wanted = IntStream.range(first, first + EACH)
                    .mapToObj(RushTest::participant)
                    .toList();
            assertThat(rooms.send(ACME, meeting(number), new RoomCommand.Who()).join())
                    .extracting(Participant::id)
                    .isEqualTo(wanted);
            assertThat(joined(meeting(number))).isEqualTo(wanted);
        }
        assertThat(offers).hasSize(MEETINGS * EACH).allSatisfy((who, count) -> assertThat(count)
                .hasValue(1));
        assertThat(berlin.conferences.size() + madrid.conferences.size()).isEqualTo(MEETINGS);
        assertThat(List.of(berlin.conferences.size(), madrid.conferences.size()))
                .as("both servers carry their part")
                .allSatisfy(count -> assertThat(count).isGreaterThan(MEETINGS / 4));
        assertThat(berlin.stats().endpoints() + madrid.stats().endpoints()).isEqualTo(MEETINGS * EACH);
    }

    private List<String> joined(String meeting) {
        return events.all().stream()
                .filter(event -> event.subject().equals(meeting) && event.type().equals("meeting.participant.joined"))
                .map(Event::data)
                .map(data -> Json.read(data.getBytes(StandardCharsets.UTF_8), Joined.class))
                .map(Joined::participant)
                .toList();
    }

    private static void awaitOpening(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is looked at of an event. */
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    record Joined(String participant) {}
}
