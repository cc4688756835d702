package org.patchbay.contacts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.identity.PersonId;

/** A change of a public contact for the audit; what is or was private is left out, as whoever reads it must not see that. */
final class ContactAudit {

    private static final String[] PERSONAL = {"name", "company", "email", "phone", "mobile", "extension", "notes"};

    private ContactAudit() {}

    /** From one state to the other; empty if neither was public. */
    static Optional<AuditDraft> change(String action, Optional<Contact> before, Optional<Contact> after) {
        Optional<Contact> old = before.filter(ContactAudit::isPublic);
        Optional<Contact> now = after.filter(ContactAudit::isPublic);
        return old.or(() -> now).map(contact -> new AuditDraft(
                        action,
                        "contact",
                        contact.id().value(),
                        old.map(ContactAudit::fields).orElse(Map.of()),
                        now.map(ContactAudit::fields).orElse(Map.of()))
                .personal(key(contact), PERSONAL));
    }

    /** Under which the contact's particulars are sealed: a key of its own, destroyed with the contact. */
    static PersonId key(Contact contact) {
        return new PersonId(contact.id().value());
    }

    private static boolean isPublic(Contact contact) {
        return contact.visibility() == Visibility.PUBLIC;
    }

    private static Map<String, String> fields(Contact contact) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", contact.name());
        contact.company().ifPresent(company -> fields.put("company", company));
        contact.email().ifPresent(email -> fields.put("email", email));
        contact.phone().ifPresent(phone -> fields.put("phone", phone));
        contact.mobile().ifPresent(mobile -> fields.put("mobile", mobile));
        contact.extension().ifPresent(extension -> fields.put("extension", extension));
        contact.language().ifPresent(language -> fields.put("language", language));
        contact.notes().ifPresent(notes -> fields.put("notes", notes));
        fields.put("groups", String.join(", ", contact.groups()));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
