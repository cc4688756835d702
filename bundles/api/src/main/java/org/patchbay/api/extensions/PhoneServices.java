package org.patchbay.api.extensions;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.MayBeAbsent;

/**
 * What somebody has an extension do besides ringing. Immutable.
 *
 * @param id names it; empty while nothing was chosen
 * @param extension whose it is
 * @param timeGroups own ones, to 20, each of another name
 * @param times the name of the time group in which a diversion is on, whatever its switch says
 * @param receives whether it takes calls of those whose secretary it is
 * @param callBack whether who finds it busy may ask to be called back
 * @param wakeUp when its phones ring next to wake somebody, in seconds since 1970
 * @param guestPhones ids of devices of other extensions that are used as its own
 * @param version grows with each change; the ETag of the resource
 */
public record PhoneServices(
        String id,
        String extension,
        FollowMe followMe,
        Secretary secretary,
        @MayBeAbsent List<TimeGroup> timeGroups,
        @MayBeAbsent Map<Diversion, String> times,
        @MayBeAbsent boolean receives,
        @MayBeAbsent boolean callBack,
        Optional<Long> wakeUp,
        @MayBeAbsent List<String> guestPhones,
        long version) {

    private static final int MOST_GROUPS = 20;
    private static final int MOST_PHONES = 10;

    public PhoneServices {
        Bounds.distinct("timeGroups", timeGroups.stream().map(TimeGroup::name).toList(), MOST_GROUPS);
        timeGroups = List.copyOf(timeGroups);
        times = Collections.unmodifiableMap(new TreeMap<>(times));
        for (var time : times.entrySet()) {
            if (group(timeGroups, time.getValue()).isEmpty()) {
                throw Bounds.invalid("times/" + time.getKey(), "time-group.unknown", "is no time group");
            }
        }
        guestPhones = Bounds.distinct("guestPhones", guestPhones, MOST_PHONES);
    }

    /** Those of an extension for which nothing was chosen. */
    public static PhoneServices of(String extension) {
        return new PhoneServices(
                "",
                extension,
                FollowMe.NONE,
                Secretary.NONE,
                List.of(),
                Map.of(),
                true,
                true,
                Optional.empty(),
                List.of(),
                0);
    }

    private static Optional<TimeGroup> group(List<TimeGroup> groups, String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /**
     * Whether a diversion is on.
     *
     * @param switched what its switch says, which counts where it has no time group
     * @param now in the zone of the extension
     */
    public boolean isOn(Diversion diversion, boolean switched, ZonedDateTime now) {
        return Optional.ofNullable(times.get(diversion))
                .flatMap(name -> group(timeGroups, name))
                .map(group -> group.contains(now))
                .orElse(switched);
    }

    public PhoneServices followMe(FollowMe other) {
        return new PhoneServices(
                id, extension, other, secretary, timeGroups, times, receives, callBack, wakeUp, guestPhones, version);
    }

    public PhoneServices secretary(Secretary other) {
        return new PhoneServices(
                id, extension, followMe, other, timeGroups, times, receives, callBack, wakeUp, guestPhones, version);
    }

    public PhoneServices times(List<TimeGroup> groups, Map<Diversion, String> bound) {
        return new PhoneServices(
                id, extension, followMe, secretary, groups, bound, receives, callBack, wakeUp, guestPhones, version);
    }

    public PhoneServices receives(boolean on) {
        return new PhoneServices(
                id, extension, followMe, secretary, timeGroups, times, on, callBack, wakeUp, guestPhones, version);
    }

    public PhoneServices callBack(boolean on) {
        return new PhoneServices(
                id, extension, followMe, secretary, timeGroups, times, receives, on, wakeUp, guestPhones, version);
    }

    public PhoneServices wakeUp(Optional<Long> at) {
        return new PhoneServices(
                id, extension, followMe, secretary, timeGroups, times, receives, callBack, at, guestPhones, version);
    }

    public PhoneServices guestPhones(List<String> devices) {
        return new PhoneServices(
                id, extension, followMe, secretary, timeGroups, times, receives, callBack, wakeUp, devices, version);
    }

    /** The same, kept under this id at this version. */
    public PhoneServices kept(String as, long at) {
        return new PhoneServices(
                as, extension, followMe, secretary, timeGroups, times, receives, callBack, wakeUp, guestPhones, at);
    }
}
