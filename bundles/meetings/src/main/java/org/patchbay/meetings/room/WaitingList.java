package org.patchbay.meetings.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Problem;

/** The lobby: those who wait before a room until a host lets them in. Confined to the room. */
final class WaitingList {

    private static final int MOST = 200;

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    void add(RoomCommand.Join join) {
        if (visitors.size() >= MOST) {
            throw Problem.LIMITED.because("meeting.lobby-full", "Too many people wait already; try again later");
        }
        visitors.put(join.participant(), new Visitor(join, false));
    }

    Optional<RoomCommand.Join> remove(String participant) {
        return Optional.ofNullable(visitors.remove(participant)).map(Visitor::join);
    }

    /** Marks somebody as free to enter; answers false if they were already. */
    boolean admit(String participant) {
        Visitor before = visitor(participant);
        visitors.put(participant, new Visitor(before.join(), true));
        return !before.admitted();
    }

    /** Somebody who was admitted and may come in now. */
    RoomCommand.Join admitted(String participant) {
        Visitor visitor = visitor(participant);
        if (!visitor.admitted()) {
            throw Problem.FORBIDDEN.because("meeting.lobby", "A host has to let you in");
        }
        return visitor.join();
    }

    /** Somebody before the door. */
    RoomCommand.Join need(String participant) {
        return visitor(participant).join();
    }

    private Visitor visitor(String participant) {
        return Optional.ofNullable(visitors.get(participant)).orElseThrow(RoomDesk::gone);
    }

    /** Who waits and was not admitted yet, in order of coming. */
    List<RoomCommand.Join> notAdmitted() {
        return visitors.values().stream()
                .filter(visitor -> !visitor.admitted())
                .map(Visitor::join)
                .toList();
    }

    /** Everybody before the door, with those who are about to enter. */
    List<RoomCommand.Join> all() {
        return visitors.values().stream().map(Visitor::join).toList();
    }

    void clear() {
        visitors.clear();
    }

    private record Visitor(RoomCommand.Join join, boolean admitted) {}
}
