package org.patchbay.api.tenancy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PutBack;

/** What can be chosen of a portal; the fields as in {@link Portal}. Immutable. */
@PutBack(Portal.class)
public record PortalDraft(
        String name,
        String host,
        String language,
        String zone,
        String accent,
        boolean webInterface,
        Optional<LocalDate> expires,
        Optional<Integer> participantLimit,
        Set<String> profiles,
        Set<Feature> features,
        Optional<String> support,
        Optional<Integer> storageMegabytes,
        MeetingDefaults meetingDefaults) {

    public PortalDraft {
        profiles = Set.copyOf(profiles);
        features = Set.copyOf(features);
    }

    /** A portal whose people may store what is usual on the server. */
    public PortalDraft(
            String name,
            String host,
            String language,
            String zone,
            String accent,
            boolean webInterface,
            Optional<LocalDate> expires,
            Optional<Integer> participantLimit,
            Set<String> profiles,
            Set<Feature> features,
            Optional<String> support,
            MeetingDefaults meetingDefaults) {
        this(
                name,
                host,
                language,
                zone,
                accent,
                webInterface,
                expires,
                participantLimit,
                profiles,
                features,
                support,
                Optional.empty(),
                meetingDefaults);
    }

    /** A portal without limits, with everything but public downloads. */
    public PortalDraft(String name, String host, String language, String zone, String accent) {
        this(
                name,
                host,
                language,
                zone,
                accent,
                true,
                Optional.empty(),
                Optional.empty(),
                BandwidthProfile.ids(),
                Set.of(Feature.RECORDING, Feature.PIN, Feature.CLICK2MEET),
                Optional.empty(),
                MeetingDefaults.standard());
    }
}
