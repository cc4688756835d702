package org.patchbay.api.tenancy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;

/**
 * What anyone who comes to a portal's host may know of it. Immutable.
 *
 * @param open whether people may sign in: a portal that has expired lets nobody in
 * @param root whether this is root's own portal
 */
public record PortalView(
        PortalId id,
        String name,
        String host,
        String language,
        String accent,
        Optional<String> support,
        Optional<String> logo,
        Set<Feature> features,
        Set<String> profiles,
        MeetingDefaults meetingDefaults,
        boolean open,
        boolean root) {

    public PortalView {
        features = Set.copyOf(features);
        profiles = Set.copyOf(profiles);
    }

    /** The public part of a portal at this moment. */
    public static PortalView of(Portal portal, Instant now) {
        return new PortalView(
                portal.id(),
                portal.name(),
                portal.host(),
                portal.language(),
                portal.accent(),
                portal.support(),
                portal.logo(),
                portal.features(),
                portal.profiles(),
                portal.meetingDefaults(),
                portal.isOpenAt(now),
                portal.id().isRoot());
    }
}
