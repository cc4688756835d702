package org.patchbay.testing.crm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An error in HubSpot's shape. */
final class HubSpotRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String category;

    HubSpotRefusal(int status, String category, String message) {
        super(message);
        this.status = status;
        this.category = category;
    }

    int status() {
        return status;
    }

    String json() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "error");
        body.put("message", String.valueOf(getMessage()));
        body.put("correlationId", UUID.randomUUID().toString());
        body.put("category", category);
        if (status == 429) {
            body.put("errorType", "RATE_LIMIT");
            body.put("policyName", "TEN_SECONDLY_ROLLING");
        }
        return JsonText.write(body);
    }

    static HubSpotRefusal unauthenticated() {
        return new HubSpotRefusal(
                401,
                "INVALID_AUTHENTICATION",
                "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more "
                        + "details at https://developers.hubspot.com/docs/methods/auth/oauth-overview");
    }

    static HubSpotRefusal invalidJson() {
        return invalid("Invalid input JSON on line 1, column 1");
    }

    static HubSpotRefusal invalid(String message) {
        return new HubSpotRefusal(400, "VALIDATION_ERROR", message);
    }

    static HubSpotRefusal property(String name, String error, String message) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("isValid", false);
        detail.put("message", message);
        detail.put("error", error);
        detail.put("name", name);
        return invalid("Property values were not valid: " + JsonText.write(List.of(detail)));
    }

    static HubSpotRefusal required(String type, List<String> missing) {
        return invalid("Error creating " + type + ". Some required properties were not set. " + missing);
    }

    static HubSpotRefusal notFound() {
        return new HubSpotRefusal(404, "OBJECT_NOT_FOUND", "Object not found.  objectId are usually numeric.");
    }

    static HubSpotRefusal duplicate(String id) {
        return new HubSpotRefusal(409, "CONFLICT", "Contact already exists. Existing ID: " + id);
    }

    static HubSpotRefusal tooMany() {
        return new HubSpotRefusal(429, "RATE_LIMITS", "You have reached your ten_secondly_rolling limit.");
    }

    static HubSpotRefusal fault() {
        return new HubSpotRefusal(503, "SERVICE_UNAVAILABLE", "Service unavailable");
    }
}
