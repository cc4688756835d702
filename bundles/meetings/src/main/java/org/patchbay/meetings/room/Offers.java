package org.patchbay.meetings.room;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.PatchbayException;
import org.patchbay.spi.media.SourceKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offers to those in the room: with which their media are set up, and set up anew. Who found no place on a bridge waits
 * for one, first come, first served. Confined to the room.
 */
final class Offers {

    private static final Logger log = LoggerFactory.getLogger(Offers.class);

    private static final Map<String, String> SENDS =
            Stream.of(SourceKind.values()).collect(Collectors.toUnmodifiableMap(SourceKind::mid, RoomMedia::kindName));
    private static final int ROUNDS = 3;

    private final Room room;
    private final Halls halls;
    private final RoomPost post;
    private final Set<String> waiting = new LinkedHashSet<>();
    private volatile Optional<Long> waitsSince = Optional.empty();

    Offers(Room room, Halls halls, RoomPost post) {
        this.room = room;
        this.halls = halls;
        this.post = post;
    }

    /** An offer for somebody who comes into the hall. Where its media had to be opened anew, the others there get one too. */
    String enter(String hall, Seat seat) {
        RoomMedia media = halls.media(hall);
        String before = media.conference();
        try {
            return media.offer(seat.id(), seat.region());
        } finally {
            if (!media.is(before)) {
                anew(hall, seat.id());
            }
        }
    }

    /** Everybody in the hall, whose media are elsewhere now. */
    void anew(String hall) {
        anew(hall, "");
    }

    /**
     * That is nobody's fault, so it is not counted. Who gets no media, for there is no bridge left, gets them when there is
     * one again.
     */
    private void anew(String hall, String butFor) {
        List<Seat> there = room.seats().stream()
                .filter(seat -> seat.hall().equals(hall) && !seat.id().equals(butFor))
                .toList();
        RoomMedia media = halls.media(hall);
        for (int round = 0; round < ROUNDS && !anew(media, there); round++) {
            log.info("The media of a hall were lost once more while its people got new offers");
        }
    }

    /** Whether all got an offer of the same conference, which the first of them opens. */
    private boolean anew(RoomMedia media, List<Seat> there) {
        String opened = media.conference();
        for (int i = 0; i < there.size(); i++) {
            anew(media, there.get(i));
            if (i == 0) {
                opened = media.conference();
            }
        }
        return media.is(opened);
    }

    private void anew(RoomMedia media, Seat seat) {
        media.remove(seat.id());
        seat.answered();
        seat.mayBeOffered();
        try {
            tell(media, seat, media.offer(seat.id(), seat.region()));
            waits(seat.id(), false);
        } catch (PatchbayException e) {
            log.warn("A participant has no media: {}", e.getMessage());
            waits(seat.id(), true);
        }
    }

    private void waits(String participant, boolean on) {
        if (on ? waiting.add(participant) : waiting.remove(participant)) {
            waitsSince = waiting.isEmpty() ? Optional.empty() : Optional.of(waitsSince.orElseGet(System::nanoTime));
        }
    }

    /** Since when somebody waits, by {@link System#nanoTime()}. For any thread. */
    Optional<Long> waitsSince() {
        return waitsSince;
    }

    /** Who is gone waits no longer. */
    void left(String participant) {
        waits(participant, false);
    }

    /** There may be a place on a bridge: those who wait for one get it in order, until one finds none. */
    void placeFree() {
        Set<String> full = new HashSet<>();
        for (String participant : List.copyOf(waiting)) {
            Seat seat = room.seat(participant);
            if (waiting.contains(participant) && !full.contains(seat.hall()) && !offeredAgain(seat)) {
                full.add(seat.hall());
            }
        }
    }

    private boolean offeredAgain(Seat seat) {
        halls.of(seat).remove(seat.id());
        seat.answered();
        seat.mayBeOffered();
        try {
            tell(halls.of(seat), seat, enter(seat.hall(), seat));
            waits(seat.id(), false);
            return true;
        } catch (PatchbayException e) {
            log.debug("A participant still has no media: {}", e.getMessage());
            return false;
        }
    }

    /** Media that broke are set up anew, until it is clear that they do not work. */
    void again(Seat seat) {
        RoomMedia media = halls.of(seat);
        media.remove(seat.id());
        if (!seat.mayBeOffered()) {
            post.to(seat.id(), "removed", Map.of("reason", "media"));
            room.leave(seat.id(), "lost");
            return;
        }
        try {
            tell(media, seat, enter(seat.hall(), seat));
        } catch (PatchbayException e) {
            waits(seat.id(), true);
            throw e;
        }
    }

    /** Takes somebody to another hall of the meeting; their media are set up anew there. */
    void move(Seat seat, String hall) {
        // Where no place is found there, nothing has changed here.
        String offer = enter(hall, seat);
        halls.of(seat).free(seat.id());
        waits(seat.id(), false);
        seat.moveTo(hall);
        seat.answered();
        seat.mayBeOffered();
        tell(halls.of(seat), seat, offer);
        room.closeEmptyHalls();
    }

    /** Tells somebody who sits the offer. */
    void tell(Seat seat, String offer) {
        tell(halls.of(seat), seat, offer);
    }

    private void tell(RoomMedia media, Seat seat, String offer) {
        if (seat.audioForced() || seat.videoForced()) {
            media.mute(seat.id(), seat.audioForced(), seat.videoForced());
        }
        post.to(seat.id(), "offer", new RoomPost.Offer(offer, SENDS));
    }
}
