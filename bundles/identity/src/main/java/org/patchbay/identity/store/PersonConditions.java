package org.patchbay.identity.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.TypedQuery;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.PersonStatus;

/** The conditions of a selection as the database understands them. For one thread. */
final class PersonConditions {

    private final StringBuilder text = new StringBuilder("p.portal = :portal");
    private final Map<String, Object> values = new HashMap<>();

    static PersonConditions of(PortalId portal, PersonSelection selection) {
        var conditions = new PersonConditions();
        conditions.values.put("portal", portal.value());
        PeopleQuery query = selection.query();
        query.text()
                .ifPresent(looked -> conditions.and(
                        "p.searchText like " + conditions.like("%" + escaped(NameCursor.fold(looked)) + "%")));
        query.role().ifPresent(role -> conditions.holds(role, query));
        query.department()
                .ifPresent(department ->
                        conditions.and("p.memberships like " + conditions.like("%," + memberOf(department) + "%")));
        if (!selection.scope().everywhere()) {
            List<String> any = selection.scope().departments().stream()
                    .map(department -> "p.memberships like " + conditions.like("%," + memberOf(department) + "%"))
                    .toList();
            conditions.and(any.isEmpty() ? "1 = 0" : "(" + String.join(" or ", any) + ")");
        }
        selection.status().ifPresent(conditions::status);
        return conditions;
    }

    /** Goes on after the place of the cursor. */
    void after(String field, Object key, String id, boolean descending) {
        String sign = descending ? "<" : ">";
        String at = parameter(key);
        and("(p." + field + " " + sign + " " + at + " or (p." + field + " = " + at + " and p.id " + sign + " "
                + parameter(id) + "))");
    }

    String text() {
        return text.toString();
    }

    <T> TypedQuery<T> fill(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    private void holds(String role, PeopleQuery query) {
        String somewhere = query.department()
                .map(department -> "%," + memberOf(department) + escaped(role) + ",%")
                .orElse("%:" + escaped(role) + ",%");
        and("(p.memberships like " + like(somewhere) + " or p.roles like " + like("%," + escaped(role) + ",%") + ")");
    }

    private void status(StatusFilter filter) {
        if (filter.status() == PersonStatus.DISABLED) {
            and("p.enabled = 0");
            return;
        }
        and("p.enabled = 1");
        List<String> days = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        filter.elsewhere().forEach((day, places) -> {
            String there = there(places);
            elsewhere.add(there);
            days.add(there + " and " + on(filter.status(), day.toString()));
        });
        String here = elsewhere.isEmpty() ? "" : "not (" + String.join(" or ", elsewhere) + ") and ";
        days.add(here + on(filter.status(), filter.today().toString()));
        and("((" + String.join(") or (", days) + "))");
    }

    /** Whether somebody is there where it is another day; never unknown, as not would keep it unknown. */
    private String there(StatusFilter.Places places) {
        List<String> any = new ArrayList<>();
        if (!places.zones().isEmpty()) {
            any.add("(p.zone is not null and p.zone in " + parameter(places.zones()) + ")");
        }
        for (DepartmentId department : places.departments()) {
            any.add("(p.zone is null and p.memberships like " + like("," + memberOf(department) + "%") + ")");
        }
        return any.isEmpty() ? "(1 = 0)" : "(" + String.join(" or ", any) + ")";
    }

    private String on(PersonStatus status, String day) {
        String today = parameter(day);
        String over = "(p.activeUntil is not null and p.activeUntil < " + today + ")";
        String early = "(p.activeFrom is not null and p.activeFrom > " + today + ")";
        String pending = "(" + early + " or (p.passwordHash is null and p.lastSignIn = 0))";
        return switch (status) {
            case EXPIRED -> over;
            case PENDING -> "not " + over + " and " + pending;
            default -> "not " + over + " and not " + pending;
        };
    }

    private void and(String condition) {
        text.append(" and ").append(condition);
    }

    private String like(String pattern) {
        return parameter(pattern) + " escape '!'";
    }

    private String parameter(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static String memberOf(DepartmentId department) {
        return escaped(department.value()) + ":";
    }

    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }
}
