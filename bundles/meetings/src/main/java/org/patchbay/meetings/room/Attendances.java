package org.patchbay.meetings.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.meetings.Json;
import org.patchbay.meetings.MeetingEvents.Attendance;
import org.patchbay.meetings.store.Stay;

/** Who was in a meeting: the stays of one person, or of guests of one name, in one line. Confined to its caller. */
final class Attendances {

    /** An event holds 16,000 characters; the rest of it needs less than 4,000. */
    private static final int MAX_CHARS = 12_000;

    private final Map<String, Attendance> all = new LinkedHashMap<>();

    static Attendances of(List<Stay> stays, Instant end) {
        var attendances = new Attendances();
        for (Stay stay : stays) {
            String who = stay.person().orElse("guest " + stay.name());
            attendances.all.merge(who, attendance(stay, stay.left().orElse(end)), Attendances::merged);
        }
        return attendances;
    }

    private static Attendance attendance(Stay stay, Instant left) {
        long seconds = Math.max(0, Duration.between(stay.joined(), left).toSeconds());
        return new Attendance(stay.name(), stay.person(), stay.email(), stay.joined(), left, seconds, 1);
    }

    private static Attendance merged(Attendance one, Attendance other) {
        return new Attendance(
                one.name(),
                one.person(),
                one.email().or(other::email),
                one.joined().isBefore(other.joined()) ? one.joined() : other.joined(),
                one.left().isAfter(other.left()) ? one.left() : other.left(),
                one.seconds() + other.seconds(),
                one.stays() + other.stays());
    }

    /** As many as an event can carry, in order of joining. */
    List<Attendance> listed() {
        List<Attendance> listed = new ArrayList<>();
        int chars = 0;
        for (Attendance attendance : all.values()) {
            chars += Json.text(attendance).length() + 1;
            if (chars > MAX_CHARS) {
                break;
            }
            listed.add(attendance);
        }
        return listed;
    }

    int size() {
        return all.size();
    }
}
