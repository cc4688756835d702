package org.patchbay.testing.crm;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The properties of HubSpot's objects that the stub knows, and what HubSpot says of wrong ones. */
enum HubSpotSchema {
    CONTACTS(
            Set.of(),
            Map.ofEntries(
                    Map.entry("email", HubSpotSchema::email),
                    Map.entry("firstname", HubSpotSchema::text),
                    Map.entry("lastname", HubSpotSchema::text),
                    Map.entry("phone", HubSpotSchema::text),
                    Map.entry("mobilephone", HubSpotSchema::text),
                    Map.entry("company", HubSpotSchema::text),
                    Map.entry("jobtitle", HubSpotSchema::text),
                    Map.entry("website", HubSpotSchema::text))),
    CALLS(
            Set.of("hs_timestamp"),
            Map.ofEntries(
                    Map.entry("hs_timestamp", HubSpotSchema::moment),
                    Map.entry("hs_call_title", HubSpotSchema::text),
                    Map.entry("hs_call_body", HubSpotSchema::text),
                    Map.entry("hs_call_direction", oneOf("INBOUND", "OUTBOUND")),
                    Map.entry("hs_call_duration", HubSpotSchema::number),
                    Map.entry("hs_call_from_number", HubSpotSchema::text),
                    Map.entry("hs_call_to_number", HubSpotSchema::text),
                    Map.entry(
                            "hs_call_status",
                            oneOf(
                                    "BUSY",
                                    "CALLING_CRM_USER",
                                    "CANCELED",
                                    "COMPLETED",
                                    "CONNECTING",
                                    "FAILED",
                                    "IN_PROGRESS",
                                    "NO_ANSWER",
                                    "QUEUED",
                                    "RINGING")),
                    Map.entry("hs_call_recording_url", HubSpotSchema::https),
                    Map.entry("hubspot_owner_id", HubSpotSchema::number))),
    MEETINGS(
            Set.of("hs_timestamp"),
            Map.ofEntries(
                    Map.entry("hs_timestamp", HubSpotSchema::moment),
                    Map.entry("hs_meeting_title", HubSpotSchema::text),
                    Map.entry("hs_meeting_body", HubSpotSchema::text),
                    Map.entry("hs_internal_meeting_notes", HubSpotSchema::text),
                    Map.entry("hs_meeting_location", HubSpotSchema::text),
                    Map.entry("hs_meeting_start_time", HubSpotSchema::moment),
                    Map.entry("hs_meeting_end_time", HubSpotSchema::moment),
                    Map.entry(
                            "hs_meeting_outcome",
                            oneOf("SCHEDULED", "COMPLETED", "RESCHEDULED", "NO_SHOW", "CANCELED")),
                    Map.entry("hubspot_owner_id", HubSpotSchema::number)));

    private static final int MAX_TEXT = 65_536;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private final Set<String> required;
    private final Map<String, Predicate<String>> properties;

    HubSpotSchema(Set<String> required, Map<String, Predicate<String>> properties) {
        this.required = required;
        this.properties = properties;
    }

    String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean knows(String property) {
        return properties.containsKey(property)
                || property.startsWith("hs_searchable_calculated_")
                || Set.of("hs_object_id", "createdate", "lastmodifieddate").contains(property);
    }

    /** The properties as HubSpot keeps them, or a refusal. */
    Map<String, String> check(Object given, boolean create) {
        if (!(given instanceof Map<?, ?> map)) {
            throw HubSpotRefusal.invalidJson();
        }
        Map<String, String> checked = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = key.toString();
            Optional<String> text = scalar(value);
            if (!properties.containsKey(name)) {
                throw HubSpotRefusal.property(
                        name, "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist");
            }
            if (text.isEmpty() || !properties.get(name).test(text.get())) {
                throw HubSpotRefusal.property(name, code(name), text.orElse("That") + " was not a valid value.");
            }
            checked.put(name, name.equals("email") ? text.get().toLowerCase(java.util.Locale.ROOT) : text.get());
        });
        List<String> missing =
                required.stream().filter(name -> !checked.containsKey(name)).toList();
        if (create && !missing.isEmpty()) {
            throw HubSpotRefusal.required(name(), missing);
        }
        return checked;
    }

    private static Optional<String> scalar(Object value) {
        return value instanceof String || value instanceof BigDecimal || value instanceof Boolean
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    private static String code(String property) {
        return property.equals("email") ? "INVALID_EMAIL" : "INVALID_VALUE";
    }

    private static Predicate<String> oneOf(String... values) {
        return Set.of(values)::contains;
    }

    private static boolean text(String value) {
        return value.length() <= MAX_TEXT;
    }

    private static boolean email(String value) {
        return EMAIL.matcher(value).matches();
    }

    private static boolean https(String value) {
        return value.startsWith("https://");
    }

    private static boolean number(String value) {
        return value.matches("-?\\d{1,18}");
    }

    private static boolean moment(String value) {
        if (number(value)) {
            return true;
        }
        try {
            Instant.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
