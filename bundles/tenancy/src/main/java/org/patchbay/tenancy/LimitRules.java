package org.patchbay.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.BandwidthProfile;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.PortalDraft;

/** What limits and meeting defaults a portal may have. */
final class LimitRules {

    private static final int PARTICIPANTS = 100_000;
    private static final int MEGABYTES = 100_000_000;
    private static final int SUPPORT_LIMIT = 200;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private LimitRules() {}

    static void check(PortalId portal, PortalDraft draft, List<FieldError> errors) {
        if (portal.isRoot() && !draft.webInterface()) {
            errors.add(new FieldError("/webInterface", "portal.root-pages", "root's portal keeps its pages"));
        }
        if (portal.isRoot() && draft.expires().isPresent()) {
            errors.add(new FieldError("/expires", "portal.root-expires", "root's portal does not expire"));
        } else if (draft.expires()
                .filter(last -> last.isBefore(FIRST) || last.isAfter(LAST))
                .isPresent()) {
            errors.add(new FieldError("/expires", "expires.range", "must be a day from 2000 to 9999"));
        }
        if (draft.participantLimit()
                .filter(limit -> limit < 1 || limit > PARTICIPANTS)
                .isPresent()) {
            errors.add(new FieldError("/participantLimit", "limit.range", "must be 1 to " + PARTICIPANTS));
        }
        if (draft.storageMegabytes()
                .filter(limit -> limit < 0 || limit > MEGABYTES)
                .isPresent()) {
            errors.add(new FieldError("/storageMegabytes", "quota.range", "must be 0 to " + MEGABYTES));
        }
        if (draft.features().contains(Feature.PUBLIC_DOWNLOAD)
                && !draft.features().contains(Feature.RECORDING)) {
            errors.add(new FieldError("/features", "features.download", "PUBLIC_DOWNLOAD needs RECORDING"));
        }
        profiles(draft.profiles(), errors);
        oneOf(
                draft.profiles(),
                "/meetingDefaults/video",
                draft.meetingDefaults().video(),
                errors);
        oneOf(
                draft.profiles(),
                "/meetingDefaults/sharing",
                draft.meetingDefaults().sharing(),
                errors);
    }

    private static void profiles(Set<String> profiles, List<FieldError> errors) {
        if (profiles.isEmpty() || !BandwidthProfile.ids().containsAll(profiles)) {
            errors.add(new FieldError(
                    "/profiles",
                    "profiles.unknown",
                    "must be one or more of " + String.join(", ", BandwidthProfile.ids())));
        }
    }

    private static void oneOf(Set<String> profiles, String pointer, String chosen, List<FieldError> errors) {
        if (!profiles.contains(chosen)) {
            errors.add(new FieldError(pointer, "profile.not-enabled", "is not a profile of this portal"));
        }
    }

    static Optional<String> support(Optional<String> support, List<FieldError> errors) {
        Optional<String> text = support.map(String::strip).filter(given -> !given.isEmpty());
        if (text.filter(given -> given.length() > SUPPORT_LIMIT || !Names.isName(given))
                .isPresent()) {
            errors.add(new FieldError(
                    "/support",
                    "support.length",
                    "must be one line of visible text of up to " + SUPPORT_LIMIT + " characters"));
        }
        return text;
    }
}
