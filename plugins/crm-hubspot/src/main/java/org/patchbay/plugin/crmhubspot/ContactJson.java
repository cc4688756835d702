package org.patchbay.plugin.crmhubspot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.NewContact;

/** Contacts in HubSpot's words. */
final class ContactJson {

    static final String PLUGIN = "crm-hubspot";
    static final List<String> PROPERTIES = List.of("firstname", "lastname", "email", "phone", "mobilephone", "company");

    private static final int MAX_RESULTS = 50;

    private ContactJson() {}

    static JsonObject search(ContactQuery query) {
        JsonObject body = new JsonObject();
        body.addProperty("limit", MAX_RESULTS);
        JsonArray properties = new JsonArray();
        PROPERTIES.forEach(properties::add);
        body.add("properties", properties);
        if (query instanceof ContactQuery.ByText byText) {
            body.addProperty("query", byText.text());
        } else if (query instanceof ContactQuery.ByEmail byEmail) {
            body.add("filterGroups", anyOf(filter("email", "EQ", byEmail.address())));
        } else if (query instanceof ContactQuery.ByPhone byPhone) {
            String national = new PhoneNumber(byPhone.e164()).national();
            body.add(
                    "filterGroups",
                    anyOf(
                            filter("hs_searchable_calculated_phone_number", "EQ", national),
                            filter("hs_searchable_calculated_mobile_number", "EQ", national),
                            filter("phone", "EQ", byPhone.e164()),
                            filter("mobilephone", "EQ", byPhone.e164()),
                            filter("phone", "CONTAINS_TOKEN", "*" + national)));
        }
        return body;
    }

    static JsonObject create(NewContact contact) {
        JsonObject properties = new JsonObject();
        properties.addProperty("firstname", contact.firstName());
        properties.addProperty("lastname", contact.lastName());
        contact.email().ifPresent(value -> properties.addProperty("email", value));
        contact.phone().ifPresent(value -> properties.addProperty("phone", value));
        contact.company().ifPresent(value -> properties.addProperty("company", value));
        JsonObject body = new JsonObject();
        body.add("properties", properties);
        return body;
    }

    /** A contact as HubSpot answers it; the link is the address of its page without the id. */
    static Contact read(JsonObject json, Optional<String> link) {
        JsonObject properties = json.getAsJsonObject("properties");
        String id = json.get("id").getAsString();
        Optional<String> email = text(properties, "email");
        String name = Stream.of("firstname", "lastname")
                .flatMap(part -> text(properties, part).stream())
                .collect(Collectors.joining(" "));
        List<String> phones = Stream.of("phone", "mobilephone")
                .flatMap(part -> text(properties, part).stream())
                .map(PhoneNumber::plain)
                .filter(phone -> !phone.isEmpty())
                .distinct()
                .toList();
        return new Contact(
                id,
                PLUGIN,
                name.isEmpty() ? email.orElse(id) : name,
                email,
                phones,
                text(properties, "company"),
                link.map(prefix -> prefix + id));
    }

    /** Whether the contact is one that the query asks for; words must all begin a word of name or address. */
    static boolean matches(Contact contact, ContactQuery query) {
        if (query instanceof ContactQuery.ByPhone byPhone) {
            PhoneNumber wanted = new PhoneNumber(byPhone.e164());
            return contact.phones().stream().anyMatch(wanted::matches);
        }
        if (query instanceof ContactQuery.ByEmail byEmail) {
            return contact.email().filter(byEmail.address()::equalsIgnoreCase).isPresent();
        }
        String all = (' '
                        + contact.name()
                        + ' '
                        + contact.email().orElse("")
                        + ' '
                        + contact.company().orElse(""))
                .toLowerCase(java.util.Locale.ROOT);
        return query instanceof ContactQuery.ByText byText
                && Stream.of(byText.text()
                                .toLowerCase(java.util.Locale.ROOT)
                                .strip()
                                .split("\\s+"))
                        .allMatch(word -> all.contains(' ' + word));
    }

    private static JsonArray anyOf(JsonObject... filters) {
        JsonArray groups = new JsonArray();
        for (JsonObject filter : filters) {
            JsonArray alone = new JsonArray();
            alone.add(filter);
            JsonObject group = new JsonObject();
            group.add("filters", alone);
            groups.add(group);
        }
        return groups;
    }

    private static JsonObject filter(String property, String operator, String value) {
        JsonObject filter = new JsonObject();
        filter.addProperty("propertyName", property);
        filter.addProperty("operator", operator);
        filter.addProperty("value", value);
        return filter;
    }

    private static Optional<String> text(JsonObject properties, String name) {
        return Optional.ofNullable(properties.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(value -> !value.isBlank());
    }
}
