package org.patchbay.identity.people;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;

/** The roles and what each allows. Immutable. */
@Component(service = RoleBook.class)
public final class RoleBook {

    /** The role above all portals; only people of root's portal have it. */
    public static final String ROOT = "root";

    private static final Map<String, Set<Right>> ROLES = roles();

    private static Map<String, Set<Right>> roles() {
        Map<String, Set<Right>> roles = new LinkedHashMap<>();
        roles.put("user", EnumSet.of(Right.OWN_ACCOUNT, Right.TAKE_PART, Right.HOST_MEETINGS, Right.SEE_MEETINGS));
        roles.put(
                "administrator",
                EnumSet.complementOf(EnumSet.of(Right.ANYONE, Right.SEE_MAIL_BODY, Right.MANAGE_PORTALS)));
        roles.put(ROOT, EnumSet.complementOf(EnumSet.of(Right.ANYONE)));
        return roles;
    }

    /** The roles that people of this portal may have. */
    public List<Role> in(PortalId portal) {
        return ROLES.entrySet().stream()
                .filter(role -> portal.isRoot() || !role.getKey().equals(ROOT))
                .map(role -> new Role(role.getKey(), role.getValue()))
                .toList();
    }

    /** What a person of this portal with these roles may do in it. */
    public Set<Right> rights(PortalId portal, Collection<String> names) {
        Set<Right> rights = EnumSet.of(Right.ANYONE, Right.OWN_ACCOUNT);
        in(portal).stream().filter(role -> names.contains(role.name())).forEach(role -> rights.addAll(role.rights()));
        return rights;
    }

    /** A role by name. */
    public record Role(String name, Set<Right> rights) {
        public Role {
            rights = Collections.unmodifiableSet(new TreeSet<>(rights));
        }
    }
}
