package org.patchbay.api.extensions;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;

/**
 * What holds for every call of a portal. Immutable.
 *
 * @param country ISO 3166 code; how numbers without a plus are read, and which are for emergencies
 * @param areaCode digits after the country's code with which a number without an area is completed; empty for none
 * @param outsidePrefix what is dialled before a number outside, to 3 digits; empty where every number that is not internal
 *     is one outside
 * @param codes those with which the portal differs from {@link FeatureCode#standard}; an empty text switches one off
 * @param parkingPlaces numbers of 2 to 8 digits at which parked calls wait, to 100
 * @param parkingSeconds after which a parked call comes back, 10 to 3,600
 * @param announceRecording whether both sides hear that a call is recorded
 * @param hotDeskEnds the time of day, {@code hh:mm} in the portal's zone, at which nobody stays signed in at a phone of others;
 *     empty for no such time
 */
public record CallSettings(
        String country,
        String areaCode,
        String outsidePrefix,
        @MayBeAbsent Map<FeatureCode, String> codes,
        @MayBeAbsent List<String> parkingPlaces,
        int parkingSeconds,
        @MayBeAbsent boolean announceRecording,
        Optional<String> hotDeskEnds,
        CallLimits limits,
        long version) {

    private static final Pattern CODE = Pattern.compile("[*#][0-9*#]{1,7}");
    private static final Pattern DIGITS = Pattern.compile("\\d{0,6}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int MOST_PLACES = 100;
    private static final int HOUR = 3600;
    private static final int LONGEST_PREFIX = 3;

    public CallSettings {
        CallLimits.country("country", country);
        if (!DIGITS.matcher(areaCode).matches()) {
            throw Bounds.invalid("areaCode", "number.area", "must be at most 6 digits");
        }
        if (!DIGITS.matcher(outsidePrefix).matches() || outsidePrefix.length() > LONGEST_PREFIX) {
            throw Bounds.invalid("outsidePrefix", "number.outside-prefix", "must be at most 3 digits");
        }
        codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        var taken = new HashMap<String, FeatureCode>();
        for (var code : FeatureCode.values()) {
            String dialled = codes.getOrDefault(code, code.standard());
            if (!dialled.isEmpty() && !CODE.matcher(dialled).matches()) {
                throw Bounds.invalid("codes/" + code, "code.format", "must be * or # and 1 to 7 digits");
            }
            if (!dialled.isEmpty() && taken.put(dialled, code) != null) {
                throw Bounds.invalid("codes/" + code, "code.twice", "is dialled for something else");
            }
        }
        parkingPlaces = Bounds.distinct("parkingPlaces", parkingPlaces, MOST_PLACES);
        for (int i = 0; i < parkingPlaces.size(); i++) {
            if (!parkingPlaces.get(i).matches("\\d{2,8}")) {
                throw Bounds.invalid("parkingPlaces/" + i, "extension.number", "must be 2 to 8 digits");
            }
        }
        Bounds.range("parkingSeconds", parkingSeconds, 10, HOUR);
        if (hotDeskEnds.filter(time -> !TIME.matcher(time).matches()).isPresent()) {
            throw Bounds.invalid("hotDeskEnds", "time.format", "must be a time of day, such as 18:00");
        }
    }

    /** Settings with which people stay signed in at phones of others. */
    public CallSettings(
            String country,
            String areaCode,
            String outsidePrefix,
            Map<FeatureCode, String> codes,
            List<String> parkingPlaces,
            int parkingSeconds,
            boolean announceRecording,
            CallLimits limits,
            long version) {
        this(
                country,
                areaCode,
                outsidePrefix,
                codes,
                parkingPlaces,
                parkingSeconds,
                announceRecording,
                Optional.empty(),
                limits,
                version);
    }

    /** What is dialled for this; empty when it is switched off. */
    public String code(FeatureCode code) {
        return codes.getOrDefault(code, code.standard());
    }
}
