package org.patchbay.identity.imports;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The role that a cell names: {@code <rolename="system_owners"/>} in any quotes, or a role's own name. */
final class RoleToken {

    private static final Pattern TOKEN =
            Pattern.compile("<\\s*rolename\\s*=\\s*[^\\p{L}\\p{N}]*([\\p{L}\\p{N}_ -]+?)[^\\p{L}\\p{N}]*/?\\s*>");

    private static final Map<String, String> NAMES = Map.of(
            "system_owners", "system-owner",
            "system_admins", "system-administrator",
            "system_administrators", "system-administrator",
            "group_admins", "group-administrator",
            "group_administrators", "group-administrator",
            "owners", "owner",
            "managers", "manager",
            "receptionists", "receptionist",
            "users", "user");

    private RoleToken() {}

    static String role(String cell) {
        var token = TOKEN.matcher(cell.strip());
        String name = token.matches() ? token.group(1) : cell.strip();
        String lower = name.toLowerCase(Locale.ROOT);
        String known = NAMES.get(lower.replaceAll("[ -]", "_"));
        if (known != null) {
            return known;
        }
        String kebab = lower.replaceAll("[ _]", "-");
        return NAMES.containsValue(kebab) ? kebab : name;
    }
}
