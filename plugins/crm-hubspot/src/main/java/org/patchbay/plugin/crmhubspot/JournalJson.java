package org.patchbay.plugin.crmhubspot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.JournalEntry.Kind;

/** Calls and meetings in HubSpot's words. */
final class JournalJson {

    private JournalJson() {}

    /** The object type, as in paths. */
    static String type(JournalEntry entry) {
        return entry.kind() == Kind.CALL ? "calls" : "meetings";
    }

    /** HubSpot's number for an association of this object with a contact. */
    static int contactAssociation(JournalEntry entry) {
        return entry.kind() == Kind.CALL ? 194 : 200;
    }

    static JsonObject properties(JournalEntry entry) {
        JsonObject properties = new JsonObject();
        properties.addProperty("hs_timestamp", entry.start().toString());
        if (entry.kind() == Kind.CALL) {
            call(entry, properties);
        } else {
            meeting(entry, properties);
        }
        JsonObject body = new JsonObject();
        body.add("properties", properties);
        return body;
    }

    static JsonObject withAssociations(JournalEntry entry) {
        JsonObject body = properties(entry);
        body.add("associations", associations(entry.contacts(), contactAssociation(entry)));
        return body;
    }

    private static void call(JournalEntry entry, JsonObject properties) {
        properties.addProperty("hs_call_title", entry.title());
        properties.addProperty("hs_call_status", status(entry.outcome()));
        properties.addProperty(
                "hs_call_duration",
                String.valueOf(Duration.between(entry.start(), entry.end()).toMillis()));
        entry.direction().ifPresent(direction -> properties.addProperty("hs_call_direction", direction.name()));
        entry.from().ifPresent(number -> properties.addProperty("hs_call_from_number", number));
        entry.to().ifPresent(number -> properties.addProperty("hs_call_to_number", number));
        entry.note().ifPresent(note -> properties.addProperty("hs_call_body", html(note)));
    }

    private static void meeting(JournalEntry entry, JsonObject properties) {
        properties.addProperty("hs_meeting_title", entry.title());
        properties.addProperty("hs_meeting_start_time", entry.start().toString());
        properties.addProperty("hs_meeting_end_time", entry.end().toString());
        properties.addProperty("hs_meeting_outcome", "COMPLETED");
        entry.note().ifPresent(note -> properties.addProperty("hs_meeting_body", html(note)));
    }

    private static String status(String outcome) {
        return switch (outcome) {
            case "missed", "no-answer" -> "NO_ANSWER";
            case "busy" -> "BUSY";
            default -> "COMPLETED";
        };
    }

    private static JsonArray associations(List<String> contacts, int type) {
        JsonArray associations = new JsonArray();
        for (String contact : contacts) {
            JsonObject kind = new JsonObject();
            kind.addProperty("associationCategory", "HUBSPOT_DEFINED");
            kind.addProperty("associationTypeId", type);
            JsonArray kinds = new JsonArray();
            kinds.add(kind);
            JsonObject to = new JsonObject();
            to.addProperty("id", contact);
            JsonObject association = new JsonObject();
            association.add("to", to);
            association.add("types", kinds);
            associations.add(association);
        }
        return associations;
    }

    /** HubSpot shows bodies as HTML. */
    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }
}
