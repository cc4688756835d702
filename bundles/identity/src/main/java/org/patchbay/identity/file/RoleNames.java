package org.patchbay.identity.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.identity.people.RoleBook;

/** Roles as a file calls them: those that a portal made by their title, for ids are of one portal alone. */
final class RoleNames {

    private final Map<String, String> toFile = new HashMap<>();
    private final Map<String, String> fromFile = new HashMap<>();

    RoleNames(RoleBook roles, PortalId portal) {
        for (RoleBook.Role role : roles.in(portal)) {
            String shown = role.title().orElse(role.name());
            toFile.put(role.name(), shown);
            fromFile.put(shown, role.name());
        }
    }

    String shown(String role) {
        return toFile.getOrDefault(role, role);
    }

    Optional<String> role(String shown) {
        return Optional.ofNullable(fromFile.get(shown));
    }
}
