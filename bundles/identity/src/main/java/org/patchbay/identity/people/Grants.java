package org.patchbay.identity.people;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Right;

/** What somebody may give others, so that a page offers just that. Thread-safe. */
@Component(service = Grants.class)
public final class Grants {

    private final RoleBook roles;
    private final CustomRoles custom;
    private final Precedence precedence;
    private final Departments departments;

    @Activate
    public Grants(
            @Reference RoleBook roles,
            @Reference CustomRoles custom,
            @Reference Precedence precedence,
            @Reference Departments departments) {
        this.roles = roles;
        this.custom = custom;
        this.precedence = precedence;
        this.departments = departments;
    }

    public RoleGrants of(PortalId portal, Caller by) {
        List<RoleBook.Role> all = roles.in(portal);
        List<String> everywhere = all.stream()
                .filter(RoleBook.Role::everywhere)
                .map(RoleBook.Role::name)
                .filter(role -> precedence.maySystem(by, portal, role))
                .toList();
        List<DepartmentGrants> inDepartments = departments.list(portal).stream()
                .map(Department::id)
                .map(id -> new DepartmentGrants(id, givable(all, portal, id, by)))
                .filter(grants -> !grants.roles().isEmpty())
                .toList();
        return new RoleGrants(everywhere, inDepartments, custom.givable(portal, by));
    }

    private List<String> givable(List<RoleBook.Role> all, PortalId portal, DepartmentId id, Caller by) {
        var givable = precedence.givable(by, portal, id);
        return all.stream()
                .filter(role -> !role.everywhere())
                .filter(givable)
                .map(RoleBook.Role::name)
                .toList();
    }

    /**
     * What the caller may give, and take.
     *
     * @param everywhere roles that are held in the whole portal
     * @param departments where the caller gives any role at all
     * @param rights that a role of the portal's own may hold when the caller makes it; none if the caller makes no roles
     */
    public record RoleGrants(List<String> everywhere, List<DepartmentGrants> departments, Set<Right> rights) {}

    /** The roles that the caller gives in one department. */
    public record DepartmentGrants(DepartmentId department, List<String> roles) {}
}
