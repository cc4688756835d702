package org.patchbay.identity.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.people.Enrolment;

/** Makes a draft of a person of a row's values, and says what is odd or wrong about them. */
final class RowJudge {

    private static final Set<String> YES = Set.of("1", "true", "yes");
    private static final Set<String> NO = Set.of("", "0", "false", "no");
    private static final Pattern PIN = Pattern.compile("[0-9]{4,10}");
    private static final int VALUE_LIMIT = 1_000;

    private final Enrolment.Terms terms;

    RowJudge(Enrolment.Terms terms) {
        this.terms = terms;
    }

    /** What a row comes to; the draft is there unless a finding is an error. */
    Judged judge(Map<String, String> values, List<ImportFinding> before) {
        List<ImportFinding> findings = new ArrayList<>(before);
        new Row(values, findings).look();
        List<ImportFinding> faults =
                findings.stream().filter(ImportFinding::error).toList();
        // Checked in any case, so that a row that is whole says at once all that is wrong; each column once.
        try {
            PersonDraft draft = terms.check(new Row(values, new ArrayList<>()).draft());
            return new Judged(Optional.of(draft).filter(whole -> faults.isEmpty()), findings);
        } catch (PatchbayException e) {
            refusal(values, e).stream()
                    .filter(fault -> faults.stream()
                            .noneMatch(known ->
                                    known.column().isEmpty() || known.column().equals(fault.column())))
                    // What may be given is only known of a row that names what there is.
                    .filter(fault -> faults.isEmpty() || e.problem() != Problem.FORBIDDEN)
                    .forEach(findings::add);
            return new Judged(Optional.empty(), findings);
        }
    }

    /** A place that is refused whatever the role is the department's fault. */
    private List<ImportFinding> refusal(Map<String, String> values, PatchbayException e) {
        Optional<String> named = Optional.ofNullable(values.get(ImportColumn.DEPARTMENT.header()));
        boolean beyond = named.flatMap(terms::department)
                .filter(department -> !terms.mayPlace(department))
                .isPresent();
        return beyond && e.errors().stream().anyMatch(error -> error.code().equals("roles.beyond"))
                ? List.of(new ImportFinding(
                        ImportColumn.DEPARTMENT.header(),
                        "import.department-beyond",
                        "is no department in which you manage people",
                        true))
                : faults(values, e);
    }

    private static List<ImportFinding> faults(Map<String, String> values, PatchbayException e) {
        List<FieldError> errors = e.errors().isEmpty()
                ? List.of(new FieldError("", e.code(), String.valueOf(e.getMessage())))
                : e.errors();
        return errors.stream()
                .map(error -> new ImportFinding(column(values, error.pointer()), error.code(), error.detail(), true))
                .toList();
    }

    /** The login that the row would have. */
    static String login(Map<String, String> values) {
        return Optional.ofNullable(values.get(ImportColumn.LOGIN.header()))
                .or(() -> Optional.ofNullable(values.get(ImportColumn.EMAIL.header())))
                .or(() -> Optional.ofNullable(values.get(ImportColumn.NUMBER.header())))
                .orElse("");
    }

    /** What nothing uses yet and is kept with the person. */
    static Map<String, String> attributes(Map<String, String> values) {
        Map<String, String> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> ImportColumn.named(name)
                .filter(ImportColumn::kept)
                .ifPresent(column -> kept.put(column.header(), value)));
        return kept;
    }

    /** The column from which the field at fault came. */
    private static String column(Map<String, String> values, String pointer) {
        String field = pointer.replaceFirst("^/", "").replaceFirst("/.*", "");
        ImportColumn column =
                switch (field) {
                    case "login" -> first(values, ImportColumn.LOGIN, ImportColumn.EMAIL, ImportColumn.NUMBER);
                    case "name" ->
                        first(values, ImportColumn.DISPLAY_NAME, ImportColumn.FIRST_NAME, ImportColumn.LAST_NAME);
                    case "email" -> ImportColumn.EMAIL;
                    case "phone" -> ImportColumn.PHONE;
                    case "mobile" -> ImportColumn.MOBILE;
                    case "extension" -> ImportColumn.NUMBER;
                    case "language" -> ImportColumn.PORTAL_LANGUAGE;
                    case "zone" -> ImportColumn.TIME_ZONE;
                    case "activeFrom" -> ImportColumn.ACTIVE_FROM;
                    case "activeUntil" -> ImportColumn.ACTIVE_UNTIL;
                    case "quotaMegabytes" -> ImportColumn.QUOTA;
                    case "memberships" ->
                        pointer.endsWith("/department")
                                ? ImportColumn.DEPARTMENT
                                : first(values, ImportColumn.ROLE, ImportColumn.DEPARTMENT);
                    default -> ImportColumn.ROLE;
                };
        return field.isEmpty() ? "" : column.header();
    }

    private static ImportColumn first(Map<String, String> values, ImportColumn... columns) {
        for (ImportColumn column : columns) {
            if (values.containsKey(column.header())) {
                return column;
            }
        }
        return columns[0];
    }

    /** What a row comes to. */
    record Judged(Optional<PersonDraft> draft, List<ImportFinding> findings) {

        ImportVerdict verdict() {
            if (findings.stream().anyMatch(ImportFinding::error)) {
                return ImportVerdict.ERROR;
            }
            return findings.isEmpty() ? ImportVerdict.OK : ImportVerdict.WARNING;
        }
    }

    /** One row while it is looked at. */
    private final class Row {

        private final Map<String, String> values;
        private final List<ImportFinding> findings;

        Row(Map<String, String> values, List<ImportFinding> findings) {
            this.values = values;
            this.findings = findings;
        }

        /** Finds what a draft cannot say. */
        void look() {
            if (name().isEmpty()) {
                error(ImportColumn.DISPLAY_NAME, "import.name", "has no name");
            }
            if (text(ImportColumn.EMAIL).isEmpty()) {
                if (login(values).isEmpty()) {
                    error(ImportColumn.EMAIL, "import.email", "has no e-mail address");
                } else {
                    warning(ImportColumn.EMAIL, "import.no-mail", "has no e-mail address, so no welcome mail goes out");
                }
            }
            date(ImportColumn.ACTIVE_FROM);
            date(ImportColumn.ACTIVE_UNTIL);
            quota();
            flag(ImportColumn.DISABLED, true);
            values.forEach(this::lookAtKept);
            text(ImportColumn.DEPARTMENT)
                    .filter(name -> terms.department(name).isEmpty())
                    .ifPresent(name ->
                            error(ImportColumn.DEPARTMENT, "import.department", "names no department of this portal"));
            if (text(ImportColumn.DEPARTMENT).isEmpty() && !terms.knowsPlace()) {
                error(
                        ImportColumn.DEPARTMENT,
                        "import.department-needed",
                        "is needed, with one of the departments that you manage");
            }
        }

        private void lookAtKept(String name, String value) {
            if (value.length() > VALUE_LIMIT) {
                findings.add(new ImportFinding(name, "import.long", "is longer than " + VALUE_LIMIT, true));
            }
            ImportColumn.named(name).ifPresent(column -> {
                if (column.kind() == ImportColumn.Kind.FLAG) {
                    flag(column, false);
                } else if (column.kind() == ImportColumn.Kind.SECRET
                        && !value.startsWith(Sealing.MARK)
                        && !PIN.matcher(value).matches()) {
                    warning(column, "import.pin", "is no PIN of 4 to 10 digits");
                }
            });
        }

        PersonDraft draft() {
            Enrolment.Placement placement =
                    terms.place(text(ImportColumn.ROLE).map(this::role).orElse("user"), text(ImportColumn.DEPARTMENT));
            return PersonDraft.of(login(values), name())
                    .edit()
                    .email(text(ImportColumn.EMAIL))
                    .phone(text(ImportColumn.PHONE))
                    .mobile(text(ImportColumn.MOBILE))
                    .extension(text(ImportColumn.NUMBER))
                    .memberships(placement.memberships())
                    .roles(placement.roles())
                    .language(text(ImportColumn.PORTAL_LANGUAGE))
                    .zone(text(ImportColumn.TIME_ZONE))
                    .activeFrom(date(ImportColumn.ACTIVE_FROM))
                    .activeUntil(date(ImportColumn.ACTIVE_UNTIL))
                    .quotaMegabytes(quota())
                    .enabled(!flag(ImportColumn.DISABLED, true))
                    .done();
        }

        /** A title comes first, be it that of a role called "Managers". */
        private String role(String cell) {
            return terms.ownRole(cell).orElseGet(() -> RoleToken.role(cell));
        }

        private String name() {
            return text(ImportColumn.DISPLAY_NAME)
                    .orElseGet(() -> (text(ImportColumn.FIRST_NAME).orElse("") + " "
                                    + text(ImportColumn.LAST_NAME).orElse(""))
                            .strip());
        }

        private Optional<String> text(ImportColumn column) {
            return Optional.ofNullable(values.get(column.header()))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        private Optional<LocalDate> date(ImportColumn column) {
            try {
                return text(column).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                error(column, "import.date", "must be a day such as 2026-01-31");
                return Optional.empty();
            }
        }

        private OptionalInt quota() {
            try {
                Optional<Integer> megabytes = text(ImportColumn.QUOTA).map(Integer::valueOf);
                return megabytes.map(OptionalInt::of).orElse(OptionalInt.empty());
            } catch (NumberFormatException e) {
                error(ImportColumn.QUOTA, "import.number", "must be a whole number");
                return OptionalInt.empty();
            }
        }

        private boolean flag(ImportColumn column, boolean strict) {
            String value = text(column).orElse("").toLowerCase(Locale.ROOT);
            if (!YES.contains(value) && !NO.contains(value)) {
                findings.add(new ImportFinding(column.header(), "import.flag", "must be 0, 1 or empty", strict));
            }
            return YES.contains(value);
        }

        private void error(ImportColumn column, String code, String detail) {
            findings.add(new ImportFinding(column.header(), code, detail, true));
        }

        private void warning(ImportColumn column, String code, String detail) {
            findings.add(new ImportFinding(column.header(), code, detail, false));
        }
    }
}
