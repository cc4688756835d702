package org.patchbay.testing.crm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** HubSpot's search request: groups of filters, or words. */
record HubSpotSearch(Predicate<Map<String, String>> matches, List<String> properties, int limit) {

    private static final Set<String> FIELDS = Set.of("filterGroups", "query", "properties", "limit", "after", "sorts");
    private static final List<String> QUERIED =
            List.of("firstname", "lastname", "email", "phone", "mobilephone", "company");
    private static final List<String> DEFAULTS = List.of("firstname", "lastname", "email");

    static HubSpotSearch parse(Object given, HubSpotSchema schema) {
        if (!(given instanceof Map<?, ?> body)) {
            throw HubSpotRefusal.invalidJson();
        }
        body.keySet().stream()
                .filter(key -> !FIELDS.contains(key.toString()))
                .findFirst()
                .ifPresent(key -> {
                    throw HubSpotRefusal.invalid("Invalid input JSON: unknown field \"" + key + "\"");
                });
        Predicate<Map<String, String>> matches = groups(list(body, "filterGroups"), schema);
        if (body.get("query") instanceof String query) {
            matches = matches.and(words(query));
        }
        List<String> properties =
                list(body, "properties").stream().map(Object::toString).toList();
        int limit = body.get("limit") instanceof BigDecimal number ? number.intValueExact() : 10;
        if (limit < 1 || limit > 200) {
            throw HubSpotRefusal.invalid("limit must be between 1 and 200");
        }
        return new HubSpotSearch(matches, properties.isEmpty() ? DEFAULTS : properties, limit);
    }

    private static Predicate<Map<String, String>> groups(List<?> groups, HubSpotSchema schema) {
        if (groups.size() > 5) {
            throw HubSpotRefusal.invalid("There were " + groups.size() + " filterGroups, at most 5 are allowed");
        }
        if (groups.isEmpty()) {
            return any -> true;
        }
        List<Predicate<Map<String, String>>> alternatives = new ArrayList<>();
        for (Object group : groups) {
            List<?> filters = group instanceof Map<?, ?> map ? list(map, "filters") : List.of();
            if (filters.isEmpty() || filters.size() > 6) {
                throw HubSpotRefusal.invalid("A filterGroup must have 1 to 6 filters");
            }
            alternatives.add(
                    filters.stream().map(filter -> filter(filter, schema)).reduce(any -> true, Predicate::and));
        }
        return alternatives.stream().reduce(any -> false, Predicate::or);
    }

    private static Predicate<Map<String, String>> filter(Object given, HubSpotSchema schema) {
        if (!(given instanceof Map<?, ?> filter)
                || !(filter.get("propertyName") instanceof String property)
                || !(filter.get("value") instanceof String value)) {
            throw HubSpotRefusal.invalid("A filter must have a propertyName, an operator and a value");
        }
        if (!schema.knows(property)) {
            throw HubSpotRefusal.invalid(
                    "There was a problem with the request: property " + property + " does not exist");
        }
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (String.valueOf(filter.get("operator"))) {
            case "EQ" -> record -> wanted.equals(lower(record, property));
            case "CONTAINS_TOKEN" -> token(property, wanted);
            default -> throw HubSpotRefusal.invalid("operator " + filter.get("operator") + " is not one of EQ, …");
        };
    }

    private static Predicate<Map<String, String>> token(String property, String wanted) {
        Pattern pattern = Pattern.compile(List.of(wanted.split("\\*", -1)).stream()
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse(""));
        return record -> List.of(lower(record, property).split("[\\s@,;]+")).stream()
                .anyMatch(part -> pattern.matcher(part).matches());
    }

    private static Predicate<Map<String, String>> words(String query) {
        return record -> {
            String all = QUERIED.stream().map(name -> lower(record, name)).reduce("", (a, b) -> a + ' ' + b);
            return List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .allMatch(word -> (' ' + all).contains(' ' + word));
        };
    }

    private static String lower(Map<String, String> record, String property) {
        return record.getOrDefault(property, "").toLowerCase(Locale.ROOT);
    }

    private static List<?> list(Map<?, ?> body, String name) {
        return body.get(name) instanceof List<?> list ? list : List.of();
    }
}
