package org.patchbay.extensions.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.FeatureCode;

/** Settings for all calls. */
public record SettingsText(
        String country,
        String areaCode,
        String outsidePrefix,
        @MayBeAbsent Map<String, String> codes,
        @MayBeAbsent List<String> parkingPlaces,
        int parkingSeconds,
        @MayBeAbsent boolean announceRecording,
        Optional<String> hotDeskEnds,
        Optional<Integer> simultaneousCalls,
        Optional<Integer> minutesPerDay,
        Optional<Integer> destinationsPerDay,
        @MayBeAbsent Set<String> countries,
        @MayBeAbsent boolean premium,
        Optional<String> alarm) {

    static SettingsText of(CallSettings settings) {
        Map<String, String> codes = new TreeMap<>();
        settings.codes().forEach((code, dialled) -> codes.put(code.name(), dialled));
        CallLimits limits = settings.limits();
        return new SettingsText(
                settings.country(),
                settings.areaCode(),
                settings.outsidePrefix(),
                codes,
                settings.parkingPlaces(),
                settings.parkingSeconds(),
                settings.announceRecording(),
                settings.hotDeskEnds(),
                limits.simultaneous(),
                limits.minutesPerDay(),
                limits.destinationsPerDay(),
                limits.countries(),
                limits.premium(),
                limits.alarm());
    }

    CallSettings settings(long version) {
        Map<FeatureCode, String> chosen = new TreeMap<>();
        for (FeatureCode code : FeatureCode.values()) {
            Optional.ofNullable(codes.get(code.name())).ifPresent(dialled -> chosen.put(code, dialled));
        }
        return new CallSettings(
                country,
                areaCode,
                outsidePrefix,
                chosen,
                parkingPlaces,
                parkingSeconds,
                announceRecording,
                hotDeskEnds,
                new CallLimits(simultaneousCalls, minutesPerDay, destinationsPerDay, countries, premium, alarm),
                version);
    }
}
