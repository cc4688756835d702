package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.patchbay.api.Problem;

/**
 * The main room of a meeting and its breakout rooms, each with media of its own: who is in one neither hears nor sees the
 * others. Confined to the room.
 */
final class Halls {

    /** The main room. */
    static final String MAIN = "";

    private static final int MOST_KEPT = 1000;

    private final Function<String, RoomMedia> opener;
    private final Map<String, RoomMedia> media = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> last = new LinkedHashMap<>();
    private int numbers;

    Halls(Function<String, RoomMedia> opener) {
        this.opener = opener;
    }

    RoomMedia of(Seat seat) {
        return media(seat.hall());
    }

    /** The media of a hall, opened with the first who needs them. */
    RoomMedia media(String hall) {
        return media.computeIfAbsent(hall, opener);
    }

    /** Whether somebody sits in the hall that a conference belongs to. */
    boolean isWhere(Seat seat, String conference) {
        RoomMedia used = media.get(seat.hall());
        return used != null && used.is(conference);
    }

    /** Opens breakout rooms of these names in place of earlier ones; answers their ids in order. */
    List<String> open(List<String> newNames) {
        closeAll();
        newNames.forEach(name -> names.put("b" + ++numbers, name.strip()));
        return List.copyOf(names.keySet());
    }

    /** The breakout rooms, names by id. */
    Map<String, String> names() {
        return names;
    }

    String require(String hall) {
        if (!hall.equals(MAIN) && !names.containsKey(hall)) {
            throw Problem.NOT_FOUND.because("breakouts.unknown", "There is no such breakout room");
        }
        return hall;
    }

    /** There are no breakout rooms any more; their media are closed with {@link #closeEmpty}. */
    void closeAll() {
        names.clear();
        last.clear();
    }

    /** Somebody leaves the meeting: they come back to where they were, while the breakout rooms are open. */
    void keep(Seat seat) {
        last.remove(seat.holder());
        if (!seat.hall().equals(MAIN)) {
            last.put(seat.holder(), seat.hall());
            if (last.size() > MOST_KEPT) {
                last.remove(last.keySet().iterator().next());
            }
        }
    }

    /** Somebody is taken out: they begin in the main room again. */
    void forget(Seat seat) {
        last.remove(seat.holder());
    }

    /** Where somebody who comes belongs. */
    String placeOf(String holder) {
        return last.getOrDefault(holder, MAIN);
    }

    /**
     * Closes the media of halls that nobody is in; those of the main room count their conferences on, and stay while it is
     * recorded.
     */
    void closeEmpty(Collection<Seat> seats, boolean keepMain) {
        media.entrySet().removeIf(entry -> {
            boolean empty = seats.stream().noneMatch(seat -> seat.hall().equals(entry.getKey()))
                    && !(keepMain && entry.getKey().equals(MAIN));
            if (empty) {
                entry.getValue().close();
            }
            return empty && !entry.getKey().equals(MAIN);
        });
    }

    /** The hall whose conference was lost, if it is one in use. */
    List<String> lost(String conference) {
        List<String> lost = new ArrayList<>();
        media.forEach((hall, one) -> {
            if (one.is(conference)) {
                one.close();
                lost.add(hall);
            }
        });
        return lost;
    }

    /** The halls whose conference is on this bridge. */
    List<String> on(String bridge) {
        return halls(one -> one.isOn(bridge));
    }

    /** The halls whose conference is on a bridge that is no longer here. */
    List<String> onNone() {
        return halls(RoomMedia::isNowhere);
    }

    /** The halls that have no conference, which this bridge may have now. */
    List<String> waitingFor(String bridge) {
        return halls(one -> one.waitsFor(bridge));
    }

    private List<String> halls(Predicate<RoomMedia> which) {
        return media.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    void close() {
        media.values().forEach(RoomMedia::close);
        media.clear();
    }
}
