package org.patchbay.api.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;

/**
 * A portal: the tenant of one company. Immutable.
 *
 * @param host the host name or IP address it answers on, lower case, unique on the server
 * @param language en, de, es or fr: for people who have chosen none
 * @param zone an IANA time zone
 * @param accent the portal's colour as {@code #rrggbb}
 * @param webInterface whether the host shows pages; without them there is the API alone
 * @param expires the last day, in the portal's zone, on which people sign in and meetings start; empty for no end
 * @param participantLimit how many people may be in all the portal's meetings at once; empty for any number
 * @param profiles the ids of the {@link BandwidthProfile}s that meetings may use
 * @param features what people may use
 * @param support whom people ask for help: a name, an address, a number or a link
 * @param storageMegabytes what each of its people may store for whom nothing else is chosen; empty for the server's usual
 * @param logo the hash of the logo's content, by which it is fetched
 * @param version grows with each change; the ETag of the resource
 */
public record Portal(
        PortalId id,
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
        MeetingDefaults meetingDefaults,
        Optional<String> logo,
        Instant created,
        long version) {

    public Portal {
        profiles = Set.copyOf(profiles);
        features = Set.copyOf(features);
    }

    /** The portal that a draft describes. */
    public static Portal of(PortalId id, PortalDraft draft, Optional<String> logo, Instant created, long version) {
        return new Portal(
                id,
                draft.name(),
                draft.host(),
                draft.language(),
                draft.zone(),
                draft.accent(),
                draft.webInterface(),
                draft.expires(),
                draft.participantLimit(),
                draft.profiles(),
                draft.features(),
                draft.support(),
                draft.storageMegabytes(),
                draft.meetingDefaults(),
                logo,
                created,
                version);
    }

    /** What was chosen of this portal, to be changed in part. */
    public PortalDraft draft() {
        return new PortalDraft(
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
                storageMegabytes,
                meetingDefaults);
    }

    /** Whether people may sign in and start meetings at this moment: the portal has not expired. */
    public boolean isOpenAt(Instant moment) {
        return expires.map(last -> moment.isBefore(
                        last.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant()))
                .orElse(true);
    }

    /** Whether people may use this. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
