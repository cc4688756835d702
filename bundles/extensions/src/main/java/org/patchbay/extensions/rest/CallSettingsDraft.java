package org.patchbay.extensions.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.FeatureCode;

/** What can be chosen for the calls of a portal, as in {@link CallSettings}. Immutable. */
@PutBack(CallSettings.class)
public record CallSettingsDraft(
        String country,
        String areaCode,
        String outsidePrefix,
        @MayBeAbsent Map<FeatureCode, String> codes,
        @MayBeAbsent List<String> parkingPlaces,
        int parkingSeconds,
        @MayBeAbsent boolean announceRecording,
        Optional<String> hotDeskEnds,
        CallLimits limits) {

    CallSettings settings(long version) {
        return new CallSettings(
                country,
                areaCode,
                outsidePrefix,
                codes,
                parkingPlaces,
                parkingSeconds,
                announceRecording,
                hotDeskEnds,
                limits,
                version);
    }
}
