package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.room.RecordedEvents;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.store.InMemoryUnitOfWork;

class CaretakerTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String BROKEN = "018f0000-0000-7000-8000-0000000000aa";
    private static final String SOUND = "018f0000-0000-7000-8000-0000000000bb";

    private final InMemoryMeetingStore store = new InMemoryMeetingStore();

    /** A store in which one meeting cannot be ended. */
    private MeetingStore failing() {
        return (MeetingStore) Proxy.newProxyInstance(
                MeetingStore.class.getClassLoader(),
                new Class<?>[] {MeetingStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("end") && arguments[1].equals(BROKEN)) {
                        throw new IllegalStateException("The disk is full");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void oneMeetingThatCannotEndDoesNotKeepTheOthersOpen() {
        for (String id : List.of(BROKEN, SOUND)) {
            store.add(ACME, new StoredMeeting(id, "Monday", id, "sealed", "p1", "Ann", NOW, Optional.empty()));
        }
        try (var cluster = new InMemoryCluster()) {
            var node = cluster.node("one");
            var clock = new MovableClock(NOW);
            var rooms = new Rooms(
                    node,
                    new InMemoryUnitOfWork(),
                    failing(),
                    new InMemoryRoomStore(),
                    new RecordedEvents(),
                    new BridgeDirectory(List.of()),
                    new CaptionerDirectory(),
                    new RecorderDirectory(),
                    2,
                    Duration.ofMinutes(15),
                    clock);
            var caretaker = new Caretaker(node, store, rooms, new Config());
            caretaker.lookAround();
            clock.pass(Duration.ofMinutes(16));
            caretaker.lookAround();
            caretaker.close();
            rooms.close();
        }
        assertThat(store.find(ACME, SOUND).orElseThrow().ended()).isPresent();
        assertThat(store.find(ACME, BROKEN).orElseThrow().ended()).isEmpty();
    }

    private record Config() implements MeetingsConfig {

        @Override
        public String turnUrls() {
            return "";
        }

        @Override
        public String turnSecret() {
            return "";
        }

        @Override
        public int turnMinutes() {
            return 1;
        }

        @Override
        public int emptyMinutes() {
            return 15;
        }

        @Override
        public int participantLimit() {
            return 2;
        }

        @Override
        public int chatFileMegabytes() {
            return 1;
        }

        @Override
        public int chatMegabytes() {
            return 1;
        }

        @Override
        public int caretakerSeconds() {
            return 3600;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return MeetingsConfig.class;
        }
    }
}
