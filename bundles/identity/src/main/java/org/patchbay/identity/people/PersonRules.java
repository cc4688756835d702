package org.patchbay.identity.people;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.network.Networks;

/** What an administrator may write about people of one portal, with the roles and departments that it has now. */
final class PersonRules {

    private static final int NAME_LIMIT = 100;
    private static final int EMAIL_LIMIT = 254;
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._@+-]{0,63}");
    private static final int MEMBERSHIPS_LIMIT = 20;
    private static final int QUOTA_LIMIT = 100_000_000;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,38}");
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,20}");
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");

    private final PortalId portal;
    /** What the roles are called, by their names. */
    private final Map<String, String> systemRoles;

    private final Map<String, String> departmentRoles;

    private final Set<DepartmentId> departments;

    PersonRules(PortalId portal, RoleBook roles, Departments departments) {
        this.portal = portal;
        Map<Boolean, Map<String, String>> titles = roles.in(portal).stream()
                .collect(Collectors.partitioningBy(
                        RoleBook.Role::everywhere, Collectors.toMap(RoleBook.Role::name, role -> role.title()
                                .orElse(role.name()))));
        this.systemRoles = titles.getOrDefault(true, Map.of());
        this.departmentRoles = titles.getOrDefault(false, Map.of());
        this.departments = departments.list(portal).stream().map(Department::id).collect(Collectors.toSet());
    }

    /** The draft in its one spelling, or INVALID with every field at fault. */
    PersonDraft check(PersonDraft draft) {
        return check(draft, Optional.empty());
    }

    /** The same for somebody with a login of before these rules, who keeps it. */
    PersonDraft check(PersonDraft draft, Optional<String> presentLogin) {
        List<FieldError> errors = new ArrayList<>();
        PersonDraft checked = new PersonDraft(
                login(text(draft.login()), presentLogin, errors),
                name(text(draft.name()), errors),
                email(optional(draft.email()), errors),
                number("phone", PHONE, optional(draft.phone()), errors),
                number("mobile", PHONE, optional(draft.mobile()), errors),
                number("extension", EXTENSION, optional(draft.extension()), errors),
                memberships(draft.memberships(), errors),
                roles(draft.roles(), errors),
                language(optional(draft.language()), errors),
                zone(optional(draft.zone()), errors),
                day("activeFrom", draft.activeFrom(), errors),
                day("activeUntil", draft.activeUntil(), errors),
                networks(draft.networks(), errors),
                draft.mustChangePassword(),
                quota(draft.quotaMegabytes(), errors),
                draft.password(),
                draft.enabled());
        if (checked.activeFrom().isPresent()
                && checked.activeUntil()
                        .filter(checked.activeFrom().get()::isAfter)
                        .isPresent()) {
            errors.add(new FieldError("/activeUntil", "dates.order", "must not be before the first day"));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return checked;
    }

    /** Whether it is a role of this portal that is held everywhere. */
    boolean isSystemRole(String role) {
        return systemRoles.containsKey(role);
    }

    private static String text(String value) {
        return Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    }

    private static Optional<String> optional(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String login(String login, Optional<String> present, List<FieldError> errors) {
        if (!LOGIN.matcher(login).matches()) {
            errors.add(new FieldError(
                    "/login",
                    "login.invalid",
                    "must be 1 to 64 letters, digits or any of . _ - + @, and begin with a letter or digit"));
        } else if (LookAlikes.isOne(login) && present.filter(login::equals).isEmpty()) {
            errors.add(new FieldError(
                    "/login",
                    "login.look-alike",
                    "looks like another login: it mixes alphabets, or has letters of another width or form"));
        }
        return login;
    }

    private static String name(String name, List<FieldError> errors) {
        Names.fault("/name", name, NAME_LIMIT).ifPresent(errors::add);
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

    private Set<String> roles(Set<String> names, List<FieldError> errors) {
        if (!systemRoles.keySet().containsAll(names)) {
            errors.add(new FieldError("/roles", "roles.unknown", "must be of " + new TreeSet<>(systemRoles.values())));
        }
        return Set.copyOf(names);
    }

    /** Somebody without a department is a user in the department Default. */
    private List<Membership> memberships(List<Membership> chosen, List<FieldError> errors) {
        if (chosen.isEmpty()) {
            return List.of(RoleBook.userByDefault(portal));
        }
        if (chosen.size() > MEMBERSHIPS_LIMIT || Set.copyOf(chosen).size() < chosen.size()) {
            errors.add(new FieldError(
                    "/memberships", "memberships.many", "must be at most " + MEMBERSHIPS_LIMIT + ", each once"));
            return List.of();
        }
        for (int i = 0; i < chosen.size(); i++) {
            if (!departmentRoles.containsKey(chosen.get(i).role())) {
                errors.add(new FieldError(
                        "/memberships/" + i + "/role",
                        "roles.unknown",
                        "must be of " + new TreeSet<>(departmentRoles.values())));
            }
            if (!departments.contains(chosen.get(i).department())) {
                errors.add(unknownDepartment(i));
            }
        }
        return chosen;
    }

    static FieldError unknownDepartment(int at) {
        return new FieldError(
                "/memberships/" + at + "/department", "department.unknown", "is no department of this portal");
    }

    private static Optional<String> number(
            String field, Pattern form, Optional<String> number, List<FieldError> errors) {
        if (number.isPresent() && !form.matcher(number.get()).matches()) {
            errors.add(new FieldError("/" + field, field + ".invalid", "must be a telephone number"));
        }
        return number;
    }

    static Optional<String> zone(Optional<String> zone, List<FieldError> errors) {
        if (zone.isPresent() && !ZoneId.getAvailableZoneIds().contains(zone.get())) {
            errors.add(new FieldError("/zone", "zone.unknown", "must be an IANA time zone such as Europe/Berlin"));
        }
        return zone;
    }

    private static Optional<LocalDate> day(String field, Optional<LocalDate> day, List<FieldError> errors) {
        if (day.isPresent() && (day.get().getYear() < 1970 || day.get().getYear() > 9999)) {
            errors.add(new FieldError("/" + field, "date.range", "must be a day from 1970 to 9999"));
        }
        return day;
    }

    private static List<String> networks(List<String> networks, List<FieldError> errors) {
        return Networks.check("/networks", networks, errors);
    }

    private static OptionalInt quota(OptionalInt quota, List<FieldError> errors) {
        if (quota.isPresent() && (quota.getAsInt() < 0 || quota.getAsInt() > QUOTA_LIMIT)) {
            errors.add(new FieldError("/quotaMegabytes", "quota.range", "must be 0 to " + QUOTA_LIMIT));
        }
        return quota;
    }

    static Optional<String> language(Optional<String> language, List<FieldError> errors) {
        if (language.isPresent() && !LANGUAGES.contains(language.get())) {
            errors.add(new FieldError("/language", "language.unknown", "must be en, de, es or fr"));
        }
        return language;
    }
}
