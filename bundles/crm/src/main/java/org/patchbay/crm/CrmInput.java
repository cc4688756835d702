package org.patchbay.crm;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Problem;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.ContactQuery.ByEmail;
import org.patchbay.api.crm.ContactQuery.ByPhone;
import org.patchbay.api.crm.ContactQuery.ByText;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;

/** Checks what goes to a CRM, and writes numbers in one way. Scripts fill these records, so anything may be missing. */
final class CrmInput {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,250}");
    private static final List<String> OUTCOMES =
            List.of("answered", "missed", "no-answer", "busy", "voicemail", "held");
    private static final int MAX_TEXT = 200;
    private static final int MAX_NOTE = 32 * 1024;
    private static final int MAX_CONTACTS = 500;

    private CrmInput() {}

    static ContactQuery query(ContactQuery query) {
        complete((Record) query);
        if (query instanceof ByPhone byPhone) {
            return new ByPhone(PhoneText.e164(byPhone.e164(), "/phone"));
        }
        if (query instanceof ByEmail byEmail) {
            return new ByEmail(email(byEmail.address()));
        }
        String text = ((ByText) query).text().strip();
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw Problem.INVALID.at("/text", "text.length", "must have 1 to " + MAX_TEXT + " characters");
        }
        return new ByText(text);
    }

    static NewContact contact(NewContact contact) {
        complete(contact);
        List<FieldError> errors = new ArrayList<>();
        length(errors, "/firstName", contact.firstName());
        length(errors, "/lastName", contact.lastName());
        length(errors, "/company", contact.company().orElse(""));
        if (contact.firstName().isBlank() && contact.lastName().isBlank()) {
            errors.add(new FieldError("/lastName", "name.missing", "a first or last name is needed"));
        }
        if (contact.email().isEmpty() && contact.phone().isEmpty()) {
            errors.add(
                    new FieldError("/email", "contact.unreachable", "an e-mail address or a phone number is needed"));
        }
        refuse(errors);
        return new NewContact(
                contact.firstName().strip(),
                contact.lastName().strip(),
                contact.email().map(CrmInput::email),
                contact.phone().map(phone -> PhoneText.e164(phone, "/phone")),
                contact.company().map(String::strip).filter(company -> !company.isEmpty()));
    }

    static JournalEntry entry(JournalEntry entry) {
        complete(entry);
        List<FieldError> errors = new ArrayList<>();
        if (entry.id().isBlank() || entry.id().length() > 100) {
            errors.add(new FieldError("/id", "id.length", "must have 1 to 100 characters"));
        }
        if (!OUTCOMES.contains(entry.outcome())) {
            errors.add(new FieldError("/outcome", "outcome.unknown", "must be one of " + String.join(", ", OUTCOMES)));
        }
        if (entry.title().isBlank()) {
            errors.add(new FieldError("/title", "title.missing", "is needed"));
        }
        length(errors, "/title", entry.title());
        length(errors, "/from", entry.from().orElse(""));
        length(errors, "/to", entry.to().orElse(""));
        if (entry.end().isBefore(entry.start())) {
            errors.add(new FieldError("/end", "end.before-start", "must not be before the start"));
        }
        if (entry.contacts().size() > MAX_CONTACTS) {
            errors.add(new FieldError("/contacts", "contacts.too-many", "must be at most " + MAX_CONTACTS));
        }
        if (entry.note().orElse("").length() > MAX_NOTE) {
            errors.add(new FieldError("/note", "note.too-long", "may have " + MAX_NOTE + " characters"));
        }
        refuse(errors);
        return entry;
    }

    /** Names what a script left out. */
    private static void complete(Record record) {
        List<FieldError> errors = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                if (component.getAccessor().invoke(record) == null) {
                    errors.add(new FieldError('/' + component.getName(), "missing", "is needed"));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        refuse(errors);
    }

    private static String email(String address) {
        String text = address.strip();
        if (!EMAIL.matcher(text).matches()) {
            throw Problem.INVALID.at("/email", "email.invalid", "must be an e-mail address");
        }
        return text;
    }

    private static void length(List<FieldError> errors, String pointer, String text) {
        if (text.length() > MAX_TEXT) {
            errors.add(new FieldError(pointer, "too-long", "may have " + MAX_TEXT + " characters"));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
    }
}
