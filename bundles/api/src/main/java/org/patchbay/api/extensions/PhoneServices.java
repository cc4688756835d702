package org.patchbay.api.extensions;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.patchbay.api.MayBeAbsent;

/**
 * What somebody has an extension do besides ringing. Immutable.
 *
 * @param id names it; empty while nothing was chosen
 * @param extension whose it is
 * @param assistant an own menu for callers whom nobody answers
 * @param timeGroups own ones, to 20, each of another name
 * @param times the name of the time group in which a diversion is on, whatever its switch says
 * @param receives whether it takes calls of those whose secretary it is
 * @param callBack whether who finds it busy may ask to be called back
 * @param wakeUp when its phones ring next to wake somebody, in seconds since 1970
 * @param guestPhones devices of other extensions that are used as its own, to 10
 * @param language in which its phones are spoken to: en, de, es or fr; empty for the portal's
 * @param zone in which its times are meant and said, such as Europe/Berlin; empty for the department's
 * @param version grows with each change; the ETag of the resource
 */
public record PhoneServices(
        String id,
        String extension,
        FollowMe followMe,
        Secretary secretary,
        Optional<Assistant> assistant,
        @MayBeAbsent List<TimeGroup> timeGroups,
        @MayBeAbsent Map<Diversion, String> times,
        @MayBeAbsent boolean receives,
        @MayBeAbsent boolean callBack,
        Optional<Long> wakeUp,
        @MayBeAbsent List<GuestPhone> guestPhones,
        Optional<String> language,
        Optional<String> zone,
        long version) {

    private static final int MOST_GROUPS = 20;
    private static final int MOST_PHONES = 10;
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");

    public PhoneServices {
        Bounds.distinct("timeGroups", timeGroups.stream().map(TimeGroup::name).toList(), MOST_GROUPS);
        timeGroups = List.copyOf(timeGroups);
        times = times.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(times));
        for (var time : times.entrySet()) {
            if (group(timeGroups, time.getValue()).isEmpty()) {
                throw Bounds.invalid("times/" + time.getKey(), "time-group.unknown", "is no time group");
            }
        }
        Bounds.distinct(
                "guestPhones", guestPhones.stream().map(GuestPhone::device).toList(), MOST_PHONES);
        guestPhones = List.copyOf(guestPhones);
        if (language.filter(code -> !LANGUAGES.contains(code)).isPresent()) {
            throw Bounds.invalid("language", "language.unknown", "must be en, de, es or fr");
        }
        if (zone.filter(name -> !ZoneId.getAvailableZoneIds().contains(name)).isPresent()) {
            throw Bounds.invalid("zone", "zone.unknown", "must be the name of a time zone");
        }
    }

    /** Those of an extension for which nothing was chosen. */
    public static PhoneServices of(String extension) {
        return new PhoneServices(
                "",
                extension,
                FollowMe.NONE,
                Secretary.NONE,
                Optional.empty(),
                List.of(),
                Map.of(),
                true,
                true,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
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
        return with(parts -> parts.followMe = other);
    }

    public PhoneServices secretary(Secretary other) {
        return with(parts -> parts.secretary = other);
    }

    public PhoneServices assistant(Optional<Assistant> other) {
        return with(parts -> parts.assistant = other);
    }

    public PhoneServices times(List<TimeGroup> groups, Map<Diversion, String> bound) {
        return with(parts -> {
            parts.timeGroups = groups;
            parts.times = bound;
        });
    }

    public PhoneServices receives(boolean on) {
        return with(parts -> parts.receives = on);
    }

    public PhoneServices callBack(boolean on) {
        return with(parts -> parts.callBack = on);
    }

    public PhoneServices wakeUp(Optional<Long> at) {
        return with(parts -> parts.wakeUp = at);
    }

    public PhoneServices guestPhones(List<GuestPhone> devices) {
        return with(parts -> parts.guestPhones = devices);
    }

    /** The same, spoken to in that language, with times of that zone. */
    public PhoneServices speaking(Optional<String> inLanguage, Optional<String> inZone) {
        return with(parts -> {
            parts.language = inLanguage;
            parts.zone = inZone;
        });
    }

    /** The same, at that device no more. */
    public PhoneServices leaves(String device) {
        return guestPhones(guestPhones.stream()
                .filter(phone -> !phone.device().equals(device))
                .toList());
    }

    /** The same, kept under this id at this version. */
    public PhoneServices kept(String as, long at) {
        return with(parts -> {
            parts.id = as;
            parts.version = at;
        });
    }

    private PhoneServices with(Consumer<Parts> change) {
        var parts = new Parts(this);
        change.accept(parts);
        return parts.together();
    }

    /** What they are made of, to be changed. */
    private static final class Parts {

        private final String extension;
        private String id;
        private FollowMe followMe;
        private Secretary secretary;
        private Optional<Assistant> assistant;
        private List<TimeGroup> timeGroups;
        private Map<Diversion, String> times;
        private boolean receives;
        private boolean callBack;
        private Optional<Long> wakeUp;
        private List<GuestPhone> guestPhones;
        private Optional<String> language;
        private Optional<String> zone;
        private long version;

        Parts(PhoneServices of) {
            extension = of.extension;
            id = of.id;
            followMe = of.followMe;
            secretary = of.secretary;
            assistant = of.assistant;
            timeGroups = of.timeGroups;
            times = of.times;
            receives = of.receives;
            callBack = of.callBack;
            wakeUp = of.wakeUp;
            guestPhones = of.guestPhones;
            language = of.language;
            zone = of.zone;
            version = of.version;
        }

        PhoneServices together() {
            return new PhoneServices(
                    id,
                    extension,
                    followMe,
                    secretary,
                    assistant,
                    timeGroups,
                    times,
                    receives,
                    callBack,
                    wakeUp,
                    guestPhones,
                    language,
                    zone,
                    version);
        }
    }
}
