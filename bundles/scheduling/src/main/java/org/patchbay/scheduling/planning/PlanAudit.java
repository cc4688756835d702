package org.patchbay.scheduling.planning;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.Recurrence;

/** Changes of planned meetings for the audit. */
final class PlanAudit {

    private PlanAudit() {}

    static AuditDraft change(String action, Optional<PlannedMeeting> before, PlannedMeeting after) {
        return new AuditDraft(
                        action,
                        "planned-meeting",
                        after.id(),
                        before.map(PlanAudit::fields).orElse(Map.of()),
                        fields(after))
                .personal(after.organizer(), "title", "agenda");
    }

    private static Map<String, String> fields(PlannedMeeting meeting) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("title", meeting.title());
        meeting.agenda().ifPresent(agenda -> fields.put("agenda", agenda));
        fields.put("start", meeting.start().toString());
        fields.put("zone", meeting.zone());
        fields.put("minutes", Integer.toString(meeting.minutes()));
        meeting.recurrence().ifPresent(rule -> fields.put("recurrence", recurrence(rule)));
        if (!meeting.changes().isEmpty()) {
            fields.put(
                    "changes", meeting.changes().stream().map(PlanAudit::change).collect(Collectors.joining(", ")));
        }
        meeting.room().pin().ifPresent(pin -> fields.put("pin", "set"));
        fields.put("reminder", Integer.toString(meeting.reminder()));
        fields.put("state", meeting.state().name());
        if (!meeting.invitees().isEmpty()) {
            // Names and addresses of people who are erased later do not belong here.
            fields.put(
                    "invited",
                    meeting.invitees().stream().map(Invitee::id).sorted().collect(Collectors.joining(" ")));
        }
        return fields;
    }

    private static String recurrence(Recurrence rule) {
        return rule.frequency() + "/" + rule.interval()
                + rule.count().map(count -> " ×" + count).orElse("")
                + rule.until().map(day -> " –" + day).orElse("");
    }

    private static String change(OccurrenceChange change) {
        return change.occurrence()
                + (change.cancelled()
                        ? " ✗"
                        : " → " + change.start().orElse(change.occurrence())
                                + change.minutes()
                                        .map(minutes -> " (" + minutes + ")")
                                        .orElse(""));
    }
}
