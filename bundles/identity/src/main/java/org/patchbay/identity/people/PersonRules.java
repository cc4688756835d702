package org.patchbay.identity.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchbay.api.FieldError;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonDraft;

/** What an administrator may write about a person. */
final class PersonRules {

    private static final int NAME_LIMIT = 100;
    private static final int EMAIL_LIMIT = 254;
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._@+-]{0,63}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");

    private final RoleBook roles;

    PersonRules(RoleBook roles) {
        this.roles = roles;
    }

    /** The draft in its one spelling, or INVALID with every field at fault. */
    PersonDraft check(PortalId portal, PersonDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        PersonDraft checked = new PersonDraft(
                login(text(draft.login()), errors),
                name(text(draft.name()), errors),
                email(optional(draft.email()), errors),
                roles(portal, draft.roles(), errors),
                language(optional(draft.language()), errors),
                draft.enabled());
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return checked;
    }

    private static String text(String value) {
        return Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    }

    private static Optional<String> optional(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String login(String login, List<FieldError> errors) {
        if (!LOGIN.matcher(login).matches()) {
            errors.add(new FieldError(
                    "/login",
                    "login.invalid",
                    "must be 1 to 64 letters, digits or any of . _ - + @, and begin with a letter or digit"));
        }
        return login;
    }

    private static String name(String name, List<FieldError> errors) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_LIMIT) {
            errors.add(new FieldError("/name", "name.length", "must be 1 to " + NAME_LIMIT + " characters"));
        } else if (CONTROL.matcher(name).find()) {
            errors.add(new FieldError("/name", "name.characters", "must be one line of text"));
        }
        return name;
    }

    private static Optional<String> email(Optional<String> email, List<FieldError> errors) {
        if (email.isPresent() && !isEmail(email.get())) {
            errors.add(new FieldError("/email", "email.invalid", "must be an e-mail address"));
        }
        return email;
    }

    private static boolean isEmail(String email) {
        return email.length() <= EMAIL_LIMIT
                && email.indexOf('@') <= 64
                && EMAIL.matcher(email).matches();
    }

    private Set<String> roles(PortalId portal, Set<String> names, List<FieldError> errors) {
        Set<String> known =
                this.roles.in(portal).stream().map(RoleBook.Role::name).collect(Collectors.toSet());
        if (names.isEmpty()) {
            errors.add(new FieldError("/roles", "roles.none", "must name at least one role"));
        } else if (!known.containsAll(names)) {
            errors.add(new FieldError("/roles", "roles.unknown", "must be of " + new TreeSet<>(known)));
        }
        return Set.copyOf(names);
    }

    private static Optional<String> language(Optional<String> language, List<FieldError> errors) {
        if (language.isPresent() && !LANGUAGES.contains(language.get())) {
            errors.add(new FieldError("/language", "language.unknown", "must be en, de, es or fr"));
        }
        return language;
    }
}
