package org.patchbay.testing.crm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of HubSpot's CRM API, version 3, that the stub answers. */
final class HubSpotApi {

    private static final String OBJECTS = "/crm/v3/objects/";
    private static final List<String> SHOWN = List.of("firstname", "lastname", "email", "phone", "company");

    private final HubSpotRecords records;

    HubSpotApi(HubSpotRecords records) {
        this.records = records;
    }

    Reply answer(String method, String path, String body) {
        if (method.equals("GET") && path.equals("/account-info/v3/details")) {
            return new Reply(200, account());
        }
        if (!path.startsWith(OBJECTS)) {
            throw HubSpotRefusal.notFound();
        }
        String[] parts = path.substring(OBJECTS.length()).split("/");
        HubSpotSchema type = List.of(HubSpotSchema.values()).stream()
                .filter(schema -> schema.path().equals(parts[0]))
                .findFirst()
                .orElseThrow(HubSpotRefusal::notFound);
        return switch (method + ' ' + parts.length) {
            case "GET 1" -> new Reply(200, list(records.all(type), SHOWN, 10));
            case "POST 1" -> create(type, read(body));
            case "GET 2" -> new Reply(200, records.find(type, parts[1]).json(SHOWN));
            case "PATCH 2" -> update(type, parts[1], read(body));
            case "POST 2" -> search(type, parts[1], body);
            case "PUT 6" -> associate(type, parts);
            default -> throw HubSpotRefusal.notFound();
        };
    }

    private Reply create(HubSpotSchema type, Map<?, ?> body) {
        only(body, List.of("properties", "associations"));
        Object associations =
                Optional.<Object>ofNullable(body.get("associations")).orElse(List.of());
        HubSpotRecords.Row row = records.create(type, properties(body), associations, false);
        return new Reply(201, row.json(List.copyOf(row.properties.keySet())));
    }

    private Reply update(HubSpotSchema type, String id, Map<?, ?> body) {
        only(body, List.of("properties"));
        HubSpotRecords.Row row = records.update(type, id, properties(body));
        return new Reply(200, row.json(List.copyOf(row.properties.keySet())));
    }

    private Reply search(HubSpotSchema type, String verb, String body) {
        if (!verb.equals("search")) {
            throw HubSpotRefusal.notFound();
        }
        HubSpotSearch search = HubSpotSearch.parse(read(body), type);
        return new Reply(200, list(records.search(type, search), search.properties(), search.limit()));
    }

    private Reply associate(HubSpotSchema type, String[] parts) {
        if (!parts[2].equals("associations") || !parts[3].equals("contacts")) {
            throw HubSpotRefusal.notFound();
        }
        records.associate(type, parts[1], parts[4], parts[5]);
        return new Reply(200, records.find(type, parts[1]).json(List.of()));
    }

    private static Map<String, Object> list(List<HubSpotRecords.Row> rows, List<String> wanted, int limit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total", rows.size());
        body.put(
                "results",
                rows.stream().limit(limit).map(row -> row.json(wanted)).toList());
        if (rows.size() > limit) {
            body.put("paging", Map.of("next", Map.of("after", String.valueOf(limit))));
        }
        return body;
    }

    private static Map<?, ?> read(String body) {
        try {
            if (JsonText.read(body) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (IllegalArgumentException e) {
            throw HubSpotRefusal.invalidJson();
        }
        throw HubSpotRefusal.invalidJson();
    }

    private static Object properties(Map<?, ?> body) {
        return Optional.<Object>ofNullable(body.get("properties")).orElseThrow(HubSpotRefusal::invalidJson);
    }

    private static void only(Map<?, ?> body, List<String> allowed) {
        if (!allowed.containsAll(body.keySet())) {
            throw HubSpotRefusal.invalid("Invalid input JSON: unknown field in " + body.keySet());
        }
    }

    private static Map<String, Object> account() {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("portalId", 26_123_456);
        account.put("accountType", "STANDARD");
        account.put("timeZone", "Europe/Berlin");
        account.put("companyCurrency", "EUR");
        account.put("uiDomain", "app-eu1.hubspot.com");
        account.put("dataHostingLocation", "eu1");
        return account;
    }

    /** An answer and its status. */
    record Reply(int status, Map<String, Object> json) {}
}
