package org.patchbay.tenancy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.tenancy.host.HostName;
import org.patchbay.tenancy.host.RootHosts;

/** What a portal may be called and where it may answer. */
final class PortalRules {

    private static final int NAME_LIMIT = 100;
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");
    private static final Pattern ACCENT = Pattern.compile("#[0-9a-f]{6}");

    private final RootHosts rootHosts;

    PortalRules(RootHosts rootHosts) {
        this.rootHosts = rootHosts;
    }

    /** The draft in its one spelling, or INVALID with every field at fault. */
    PortalDraft check(PortalId portal, PortalDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        PortalDraft checked = new PortalDraft(
                name(draft.name().strip(), errors),
                host(portal, draft.host().strip(), errors),
                oneOf(LANGUAGES, "/language", draft.language().strip(), errors),
                zone(draft.zone().strip(), errors),
                accent(draft.accent().strip(), errors),
                draft.webInterface(),
                draft.expires(),
                draft.participantLimit(),
                draft.profiles(),
                draft.features(),
                LimitRules.support(draft.support(), errors),
                draft.storageMegabytes(),
                draft.meetingDefaults());
        LimitRules.check(portal, checked, errors);
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return checked;
    }

    private static String name(String name, List<FieldError> errors) {
        Names.fault("/name", name, NAME_LIMIT).ifPresent(errors::add);
        return name;
    }

    private String host(PortalId portal, String host, List<FieldError> errors) {
        Optional<HostName> parsed = HostName.of(host);
        if (parsed.isEmpty()) {
            errors.add(new FieldError(
                    "/host",
                    "host.invalid",
                    "must be a host name (its xn-- form if it has a sharp s) or an IP address, without port or path"));
        } else if (!portal.isRoot() && rootHosts.contains(parsed.get())) {
            errors.add(new FieldError("/host", "host.root", "is a host of root's own portal"));
        } else if (portal.isRoot() && !rootHosts.contains(parsed.get())) {
            errors.add(new FieldError("/host", "host.not-root", "must be localhost or one of PATCHBAY_ROOT_HOSTS"));
        }
        return parsed.map(HostName::value).orElse(host);
    }

    private static String oneOf(Set<String> known, String pointer, String value, List<FieldError> errors) {
        if (!known.contains(value)) {
            errors.add(new FieldError(pointer, "language.unknown", "must be en, de, es or fr"));
        }
        return value;
    }

    private static String zone(String zone, List<FieldError> errors) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.add(new FieldError("/zone", "zone.unknown", "must be an IANA time zone such as Europe/Berlin"));
        }
        return zone;
    }

    private static String accent(String accent, List<FieldError> errors) {
        String lower = accent.toLowerCase(Locale.ROOT);
        if (!ACCENT.matcher(lower).matches()) {
            errors.add(new FieldError("/accent", "accent.invalid", "must be a colour such as #2f6fed"));
        }
        return lower;
    }
}
