package org.patchbay.contacts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.contacts.search.Fold;

/** What may be written about a contact. */
public final class ContactRules {

    static final int GROUPS_LIMIT = 20;
    static final int GROUP_LIMIT = 60;

    private static final int NAME_LIMIT = 100;
    private static final int NOTES_LIMIT = 2000;
    private static final int EMAIL_LIMIT = 254;
    private static final Pattern UNPRINTABLE_BUT_LINES = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9()/.\\s-]{0,38}");
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,10}");
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");

    private final List<FieldError> errors = new ArrayList<>();

    private ContactRules() {}

    /** The draft in its one spelling, or INVALID with every field at fault. */
    public static ContactDraft check(ContactDraft draft) {
        var rules = new ContactRules();
        ContactDraft checked = rules.checked(draft);
        if (!rules.errors.isEmpty()) {
            throw Problem.INVALID.because(rules.errors);
        }
        return checked;
    }

    private ContactDraft checked(ContactDraft draft) {
        return new ContactDraft(
                draft.visibility(),
                name(text(draft.name())),
                optional(draft.company()).map(company -> line("/company", company)),
                optional(draft.email()).map(this::email),
                optional(draft.phone()).map(phone -> phone("/phone", phone)),
                optional(draft.mobile()).map(phone -> phone("/mobile", phone)),
                optional(draft.extension()).map(this::extension),
                optional(draft.language()).map(language -> language(language.toLowerCase(Locale.ROOT))),
                optional(draft.notes()).map(this::notes),
                draft.groups().map(this::groups));
    }

    private static String text(String value) {
        return Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    }

    private static Optional<String> optional(Optional<String> value) {
        return value.map(ContactRules::text).filter(text -> !text.isEmpty());
    }

    private String name(String name) {
        if (name.isEmpty()) {
            fault("/name", "name.length", "must be 1 to " + NAME_LIMIT + " characters");
        }
        return line("/name", name);
    }

    private String line(String pointer, String text) {
        if (text.codePointCount(0, text.length()) > NAME_LIMIT) {
            fault(pointer, "name.length", "must be 1 to " + NAME_LIMIT + " characters");
        } else if (!text.isEmpty() && !Names.isName(text)) {
            fault(pointer, "name.characters", "must be one line of visible text");
        }
        return text;
    }

    private String email(String email) {
        boolean fits = email.length() <= EMAIL_LIMIT
                && email.indexOf('@') <= 64
                && EMAIL.matcher(email).matches();
        if (!fits) {
            fault("/email", "email.invalid", "must be an e-mail address");
        }
        return email;
    }

    private String phone(String pointer, String phone) {
        int digits = Fold.digits(phone).length();
        if (!PHONE.matcher(phone).matches() || digits < 2 || digits > 20) {
            fault(pointer, "phone.invalid", "must be a phone number: + and digits, with spaces or ( ) / . - between");
        }
        return phone;
    }

    private String extension(String extension) {
        if (!EXTENSION.matcher(extension).matches()) {
            fault("/extension", "extension.invalid", "must be 1 to 10 digits");
        }
        return extension;
    }

    private String language(String language) {
        if (!LANGUAGES.contains(language)) {
            fault("/language", "language.unknown", "must be en, de, es or fr");
        }
        return language;
    }

    private String notes(String notes) {
        String lines = notes.replace("\r\n", "\n").replace('\r', '\n');
        if (lines.length() > NOTES_LIMIT) {
            fault("/notes", "notes.length", "must be at most " + NOTES_LIMIT + " characters");
        } else if (UNPRINTABLE_BUT_LINES.matcher(lines).find()) {
            fault("/notes", "notes.characters", "must be text");
        }
        return lines;
    }

    /** Each once, as it was first written. */
    private List<String> groups(List<String> names) {
        Map<String, String> groups = new LinkedHashMap<>();
        if (names.size() > GROUPS_LIMIT) {
            fault("/groups", "groups.many", "must be at most " + GROUPS_LIMIT);
            return List.of();
        }
        for (int i = 0; i < names.size(); i++) {
            String name = text(names.get(i));
            if (name.isEmpty() || name.codePointCount(0, name.length()) > GROUP_LIMIT) {
                fault("/groups/" + i, "group.length", "must be 1 to " + GROUP_LIMIT + " characters");
            } else if (!Names.isName(name)) {
                fault("/groups/" + i, "name.characters", "must be one line of visible text");
            }
            groups.putIfAbsent(Fold.fold(name), name);
        }
        return List.copyOf(groups.values());
    }

    private void fault(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }
}
