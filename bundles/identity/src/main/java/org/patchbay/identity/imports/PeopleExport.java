package org.patchbay.identity.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.people.RoleBook;

/**
 * Writes people as CSV that an import takes, and no spreadsheet takes for formulas. Of several roles and departments it has the
 * first, as the columns of an import hold one each.
 */
@Component(service = PeopleExport.class)
public final class PeopleExport {

    private static final List<ImportColumn> COLUMNS = List.of(
            ImportColumn.LOGIN,
            ImportColumn.DISPLAY_NAME,
            ImportColumn.EMAIL,
            ImportColumn.PHONE,
            ImportColumn.MOBILE,
            ImportColumn.NUMBER,
            ImportColumn.ROLE,
            ImportColumn.DEPARTMENT,
            ImportColumn.PORTAL_LANGUAGE,
            ImportColumn.TIME_ZONE,
            ImportColumn.ACTIVE_FROM,
            ImportColumn.ACTIVE_UNTIL,
            ImportColumn.QUOTA,
            ImportColumn.DISABLED,
            ImportColumn.STATUS,
            ImportColumn.CREATED);

    private final People people;
    private final Departments departments;
    private final RoleBook roles;

    @Activate
    public PeopleExport(@Reference People people, @Reference Departments departments, @Reference RoleBook roles) {
        this.people = people;
        this.departments = departments;
        this.roles = roles;
    }

    /** The people of the query whom the caller may manage, with a header. */
    public String of(PortalId portal, PeopleQuery query, Caller by) {
        Map<DepartmentId, String> names =
                departments.list(portal).stream().collect(Collectors.toMap(Department::id, Department::name));
        Map<String, String> titles = roles.in(portal).stream()
                .collect(Collectors.toMap(
                        RoleBook.Role::name, role -> role.title().orElse(role.name())));
        StringBuilder out = new StringBuilder();
        CsvWriter.write(out, COLUMNS.stream().map(ImportColumn::header).toList());
        Optional<String> after = Optional.empty();
        do {
            Page<Person> page = people.list(portal, query, new PageRequest(PageRequest.MAX_LIMIT, after), by);
            page.items().forEach(person -> CsvWriter.write(out, cells(person, names, titles)));
            after = page.next();
        } while (after.isPresent());
        return out.toString();
    }

    private static List<String> cells(Person person, Map<DepartmentId, String> names, Map<String, String> titles) {
        Membership main = person.memberships().get(0);
        String role = person.roles().stream().sorted().findFirst().orElse(main.role());
        return List.of(
                person.login(),
                person.name(),
                person.email().orElse(""),
                person.phone().orElse(""),
                person.mobile().orElse(""),
                person.extension().orElse(""),
                titles.getOrDefault(role, role),
                names.getOrDefault(main.department(), ""),
                person.language().orElse(""),
                person.zone().orElse(""),
                person.activeFrom().map(Object::toString).orElse(""),
                person.activeUntil().map(Object::toString).orElse(""),
                person.quotaMegabytes().isPresent()
                        ? String.valueOf(person.quotaMegabytes().getAsInt())
                        : "",
                person.enabled() ? "0" : "1",
                person.status().name(),
                person.created().toString());
    }
}
