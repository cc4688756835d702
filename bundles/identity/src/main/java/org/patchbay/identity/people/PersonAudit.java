package org.patchbay.identity.people;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

/** A change of a person for the audit. */
public final class PersonAudit {

    private static final String[] PERSONAL = {"login", "name", "email", "phone", "mobile", "extension"};

    private PersonAudit() {}

    /** From one state to the other; none is there before a person is created or after one is deleted. */
    public static AuditDraft change(String action, Optional<Person> before, Optional<Person> after) {
        PersonId id = before.or(() -> after).orElseThrow().id();
        return new AuditDraft(
                        action,
                        "person",
                        id.value(),
                        before.map(PersonAudit::fields).orElse(Map.of()),
                        after.map(PersonAudit::fields).orElse(Map.of()))
                .personal(id, PERSONAL);
    }

    /** Something of the person that is not among the fields: that it was set or changed. */
    public static AuditDraft about(String action, PersonId id, Map<String, String> set) {
        return new AuditDraft(action, "person", id.value(), Map.of(), set);
    }

    private static Map<String, String> fields(Person person) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("login", person.login());
        fields.put("name", person.name());
        person.email().ifPresent(email -> fields.put("email", email));
        person.phone().ifPresent(phone -> fields.put("phone", phone));
        person.mobile().ifPresent(mobile -> fields.put("mobile", mobile));
        person.extension().ifPresent(extension -> fields.put("extension", extension));
        fields.put(
                "memberships",
                person.memberships().stream()
                        .map(held -> held.role() + " in " + held.department().value())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        fields.put("roles", String.join(", ", new TreeSet<>(person.roles())));
        person.language().ifPresent(language -> fields.put("language", language));
        person.zone().ifPresent(zone -> fields.put("zone", zone));
        person.activeFrom().ifPresent(day -> fields.put("activeFrom", day.toString()));
        person.activeUntil().ifPresent(day -> fields.put("activeUntil", day.toString()));
        fields.put("networks", String.join(", ", person.networks()));
        fields.put("mustChangePassword", Boolean.toString(person.mustChangePassword()));
        person.quotaMegabytes().ifPresent(quota -> fields.put("quotaMegabytes", Integer.toString(quota)));
        fields.put("enabled", Boolean.toString(person.enabled()));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
