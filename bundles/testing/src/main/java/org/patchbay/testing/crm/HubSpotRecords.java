package org.patchbay.testing.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects of one HubSpot account: contacts, calls and meetings with their associations. */
final class HubSpotRecords {

    private static final Map<String, String> CONTACT_ASSOCIATION = Map.of("CALLS", "194", "MEETINGS", "200");
    private static final List<String> CALLING_CODES = List.of("1", "33", "34", "41", "43", "44", "49", "351");

    private final Map<HubSpotSchema, Map<String, Row>> objects = new LinkedHashMap<>();
    private Duration lag = Duration.ZERO;
    private long lastId = 100;

    synchronized void lag(Duration lag) {
        this.lag = lag;
    }

    synchronized Row create(HubSpotSchema type, Object properties, Object associations, boolean indexed) {
        Map<String, String> checked = type.check(properties, true);
        Set<String> contacts = associated(type, associations);
        Optional<Row> twin = byEmail(type, checked);
        if (twin.isPresent()) {
            throw HubSpotRefusal.duplicate(twin.get().id);
        }
        Instant now = Instant.now();
        Row row = new Row(String.valueOf(++lastId), now, indexed ? now : now.plus(lag), checked, contacts);
        rows(type).put(row.id, row);
        return row;
    }

    synchronized Row update(HubSpotSchema type, String id, Object properties) {
        Row row = find(type, id);
        row.properties.putAll(type.check(properties, false));
        return row;
    }

    synchronized Row find(HubSpotSchema type, String id) {
        return Optional.ofNullable(rows(type).get(id)).orElseThrow(HubSpotRefusal::notFound);
    }

    synchronized void associate(HubSpotSchema type, String id, String contact, String kind) {
        if (!kind.equals(CONTACT_ASSOCIATION.get(type.name()))) {
            throw HubSpotRefusal.invalid(kind + " is not a valid association type between " + type + " and contacts");
        }
        find(HubSpotSchema.CONTACTS, contact);
        find(type, id).contacts.add(contact);
    }

    synchronized void delete(HubSpotSchema type, String id) {
        rows(type).remove(id);
    }

    synchronized List<Row> all(HubSpotSchema type) {
        return new ArrayList<>(rows(type).values());
    }

    synchronized List<Row> search(HubSpotSchema type, HubSpotSearch search) {
        Instant now = Instant.now();
        return rows(type).values().stream()
                .filter(row -> !row.indexed.isAfter(now))
                .filter(row -> search.matches().test(searchable(row)))
                .toList();
    }

    private Map<String, Row> rows(HubSpotSchema type) {
        return objects.computeIfAbsent(type, any -> new LinkedHashMap<>());
    }

    private Optional<Row> byEmail(HubSpotSchema type, Map<String, String> properties) {
        String email = properties.get("email");
        return email == null
                ? Optional.empty()
                : rows(type).values().stream()
                        .filter(row -> email.equals(row.properties.get("email")))
                        .findFirst();
    }

    private Set<String> associated(HubSpotSchema type, Object associations) {
        Set<String> contacts = new TreeSet<>();
        for (Object association : associations instanceof List<?> list ? list : List.of()) {
            if (!(association instanceof Map<?, ?> map
                    && map.get("to") instanceof Map<?, ?> to
                    && map.get("types") instanceof List<?> types
                    && types.size() == 1
                    && types.get(0) instanceof Map<?, ?> kind
                    && "HUBSPOT_DEFINED".equals(kind.get("associationCategory")))) {
                throw HubSpotRefusal.invalid("Invalid input JSON: associations");
            }
            String expected = CONTACT_ASSOCIATION.getOrDefault(type.name(), "");
            if (!expected.equals(String.valueOf(kind.get("associationTypeId")))) {
                throw HubSpotRefusal.invalid("associationTypeId " + kind.get("associationTypeId") + " is not valid");
            }
            contacts.add(find(HubSpotSchema.CONTACTS, String.valueOf(to.get("id"))).id);
        }
        return contacts;
    }

    private static Map<String, String> searchable(Row row) {
        Map<String, String> all = new LinkedHashMap<>(row.properties);
        all.put("hs_searchable_calculated_phone_number", national(row.properties.getOrDefault("phone", "")));
        all.put("hs_searchable_calculated_mobile_number", national(row.properties.getOrDefault("mobilephone", "")));
        return all;
    }

    /** HubSpot searches area code and local number, without country code. */
    private static String national(String phone) {
        String digits = phone.replaceAll("\\D", "");
        if (phone.startsWith("+")) {
            return CALLING_CODES.stream()
                    .filter(digits::startsWith)
                    .findFirst()
                    .map(code -> digits.substring(code.length()))
                    .orElse(digits);
        }
        return digits.replaceFirst("^0+", "");
    }

    /** One object. */
    static final class Row {
        final String id;
        final Instant created;
        final Instant indexed;
        final Map<String, String> properties;
        final Set<String> contacts;

        Row(String id, Instant created, Instant indexed, Map<String, String> properties, Set<String> contacts) {
            this.id = id;
            this.created = created;
            this.indexed = indexed;
            this.properties = properties;
            this.contacts = contacts;
        }

        Map<String, Object> json(List<String> wanted) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("createdate", created.toString());
            shown.put("hs_object_id", id);
            wanted.forEach(name -> shown.put(name, Optional.ofNullable(properties.get(name))));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("properties", shown);
            json.put("createdAt", created.toString());
            json.put("updatedAt", created.toString());
            json.put("archived", false);
            return json;
        }
    }
}
