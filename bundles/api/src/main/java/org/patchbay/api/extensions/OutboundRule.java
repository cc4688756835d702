package org.patchbay.api.extensions;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.identity.DepartmentId;

/**
 * Which trunks carry calls to some numbers; the first rule that fits decides. Without any rule that fits every trunk is tried
 * in its order. Immutable.
 *
 * @param department who sets it up
 * @param order the lower one is asked first, 1 to 1,000
 * @param prefixes beginnings of E.164 numbers with a plus, such as {@code +44}; empty for every number
 * @param departments whose extensions it is for; empty for everybody's
 * @param trunks ids in the order they are tried; none forbids these calls
 */
public record OutboundRule(
        String id,
        String name,
        DepartmentId department,
        int order,
        @MayBeAbsent List<String> prefixes,
        @MayBeAbsent Set<DepartmentId> departments,
        @MayBeAbsent List<String> trunks,
        long version) {

    private static final Pattern PREFIX = Pattern.compile("\\+[1-9]\\d{0,14}");
    private static final int MOST = 200;
    private static final int MOST_TRUNKS = 20;
    private static final int LAST = 1000;

    public OutboundRule {
        name = Bounds.name(name);
        Bounds.range("order", order, 1, LAST);
        prefixes = Bounds.distinct("prefixes", prefixes, MOST);
        for (int i = 0; i < prefixes.size(); i++) {
            if (!PREFIX.matcher(prefixes.get(i)).matches()) {
                throw Bounds.invalid("prefixes/" + i, "number.prefix", "must be + and digits, such as +44");
            }
        }
        Bounds.most("departments", departments, MOST);
        departments = Set.copyOf(departments);
        trunks = Bounds.distinct("trunks", trunks, MOST_TRUNKS);
    }

    /** Whether it decides for this number called by an extension of this department. */
    public boolean fits(String number, DepartmentId caller) {
        return (prefixes.isEmpty() || prefixes.stream().anyMatch(number::startsWith))
                && (departments.isEmpty() || departments.contains(caller));
    }
}
