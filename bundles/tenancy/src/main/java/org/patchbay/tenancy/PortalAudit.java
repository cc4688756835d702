package org.patchbay.tenancy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;

/** A change of a portal for the audit. */
final class PortalAudit {

    private PortalAudit() {}

    /** From one state to the other; none is there before a portal is created or after one is deleted. */
    static AuditDraft change(String action, Optional<Portal> before, Optional<Portal> after) {
        return new AuditDraft(
                action,
                "portal",
                before.or(() -> after).orElseThrow().id().value(),
                before.map(PortalAudit::fields).orElse(Map.of()),
                after.map(PortalAudit::fields).orElse(Map.of()));
    }

    private static Map<String, String> fields(Portal portal) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", portal.name());
        fields.put("host", portal.host());
        fields.put("language", portal.language());
        fields.put("zone", portal.zone());
        fields.put("accent", portal.accent());
        fields.put("webInterface", Boolean.toString(portal.webInterface()));
        portal.expires().ifPresent(day -> fields.put("expires", day.toString()));
        portal.participantLimit().ifPresent(limit -> fields.put("participantLimit", limit.toString()));
        fields.put("profiles", String.join(", ", new TreeSet<>(portal.profiles())));
        fields.put(
                "features", portal.features().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        portal.support().ifPresent(support -> fields.put("support", support));
        portal.storageMegabytes().ifPresent(limit -> fields.put("storageMegabytes", limit.toString()));
        fields.put("meetingDefaults", text(portal.meetingDefaults()));
        portal.logo().ifPresent(logo -> fields.put("logo", logo));
        return fields;
    }

    /** In the words of the API, as everything here. */
    private static String text(MeetingDefaults defaults) {
        return String.join(
                ", ",
                defaults.video(),
                defaults.sharing(),
                defaults.lobby().orElseThrow().name(),
                defaults.screens().orElseThrow().name());
    }
}
