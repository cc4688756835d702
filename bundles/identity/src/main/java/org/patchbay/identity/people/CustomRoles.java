package org.patchbay.identity.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.Ids;
import org.patchbay.api.Names;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.PutBack;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.NameKey;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.RoleStore;
import org.patchbay.identity.store.StoredRole;

/** Roles that a portal makes itself; none goes beyond what its maker may do everywhere. Thread-safe. */
@Component(service = CustomRoles.class)
public final class CustomRoles {

    private static final int TITLE_LIMIT = 64;
    private static final int ROLES_LIMIT = 100;
    private static final Set<Right> NEVER = EnumSet.of(Right.ANYONE, Right.SEE_MAIL_BODY, Right.MANAGE_PORTALS);

    private final RoleStore store;
    private final PersonStore people;
    private final RoleBook roles;
    private final Access access;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public CustomRoles(
            @Reference RoleStore store,
            @Reference PersonStore people,
            @Reference RoleBook roles,
            @Reference Access access,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.store = store;
        this.people = people;
        this.roles = roles;
        this.access = access;
        this.audit = audit;
        this.work = work;
    }

    public RoleBook.Role create(PortalId portal, RoleDraft draft, Caller by) {
        StoredRole role =
                check(new StoredRole(Ids.next(), portal, draft.title(), draft.everywhere(), draft.rights(), 1));
        requireRights(by, portal, role.rights());
        return unlessTaken(() -> {
            List<StoredRole> present = store.list(portal);
            if (present.size() >= ROLES_LIMIT) {
                throw Problem.LIMITED.because(
                        "role.many", "There may be " + ROLES_LIMIT + " roles of the portal's own");
            }
            requireFreeTitle(role, present);
            store.insert(role);
            audit.record(portal, by, change("role.created", role.id(), Map.of(), fields(role)));
            return RoleBook.Role.of(role);
        });
    }

    /** Changes title and rights; where the role is held stays, as people hold it there. */
    public RoleBook.Role update(PortalId portal, String id, long version, RoleDraft draft, Caller by) {
        StoredRole changed =
                check(new StoredRole(id, portal, draft.title(), draft.everywhere(), draft.rights(), version + 1));
        return unlessTaken(() -> {
            StoredRole present = require(portal, id);
            requireOthers(by, portal, id);
            requireRights(by, portal, present.rights());
            requireRights(by, portal, changed.rights());
            if (changed.everywhere() != present.everywhere()) {
                throw Problem.INVALID.at("/everywhere", "role.everywhere", "cannot be changed; make another role");
            }
            requireFreeTitle(changed, store.list(portal));
            if (!store.update(changed)) {
                throw Problem.STALE.because("The role is at version " + present.version());
            }
            audit.record(portal, by, change("role.updated", id, fields(present), fields(changed)));
            return RoleBook.Role.of(changed);
        });
    }

    /** Of two who take a title at the same time the database refuses one. */
    private <T> T unlessTaken(Supplier<T> change) {
        try {
            return work.call(change);
        } catch (PatchbayException e) {
            throw e.code().equals("store.conflict") ? titleTaken() : e;
        }
    }

    public void delete(PortalId portal, String id, Caller by) {
        work.run(() -> {
            // Locked first: whoever gets it in this moment has it, or finds it gone.
            StoredRole present =
                    store.lock(portal, List.of(id)).stream().findFirst().orElseThrow(CustomRoles::unknown);
            requireRights(by, portal, present.rights());
            if (people.hasRole(portal, id)) {
                throw Problem.CONFLICT.because("role.used", "Somebody has this role; give them another first");
            }
            store.delete(portal, id);
            audit.record(portal, by, change("role.deleted", id, fields(present), Map.of()));
        });
    }

    /** The rights that a role may hold when the caller makes it. */
    Set<Right> givable(PortalId portal, Caller by) {
        Set<Right> givable = EnumSet.noneOf(Right.class);
        if (access.scope(by, portal, Right.MANAGE_ROLES).everywhere()) {
            for (Right right : EnumSet.complementOf(EnumSet.copyOf(NEVER))) {
                if (access.scope(by, portal, right).everywhere()) {
                    givable.add(right);
                }
            }
        }
        return givable;
    }

    private static AuditDraft change(String action, String id, Map<String, String> before, Map<String, String> after) {
        return new AuditDraft(action, "role", id, before, after);
    }

    private static Map<String, String> fields(StoredRole role) {
        return Map.of(
                "title", role.title(),
                "everywhere", Boolean.toString(role.everywhere()),
                "rights", role.rights().stream().map(Right::name).sorted().collect(Collectors.joining(", ")));
    }

    private StoredRole require(PortalId portal, String id) {
        return store.find(portal, id).orElseThrow(CustomRoles::unknown);
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("role.unknown", "There is no such role to change");
    }

    private static StoredRole check(StoredRole role) {
        List<FieldError> errors = new ArrayList<>();
        String title = Normalizer.normalize(role.title().strip(), Normalizer.Form.NFC);
        Names.fault("/title", title, TITLE_LIMIT).ifPresent(errors::add);
        if (role.rights().isEmpty() || role.rights().stream().anyMatch(NEVER::contains)) {
            errors.add(new FieldError("/rights", "role.rights", "must be at least one, and none of " + NEVER));
        }
        Set<Right> wide = new TreeSet<>(role.rights());
        wide.retainAll(RoleBook.PORTAL_WIDE);
        if (!role.everywhere() && !wide.isEmpty()) {
            errors.add(new FieldError(
                    "/rights", "role.portal-wide", "are of the whole portal in a role of departments: " + wide));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return new StoredRole(role.id(), role.portal(), title, role.everywhere(), role.rights(), role.version());
    }

    /** A role never holds a right that its maker lacks anywhere. */
    private void requireRights(Caller by, PortalId portal, Set<Right> rights) {
        for (Right right : rights) {
            if (!access.scope(by, portal, Right.MANAGE_ROLES).everywhere()
                    || !access.scope(by, portal, right).everywhere()) {
                throw Problem.FORBIDDEN.because(
                        "role.beyond", "The role holds a right that you lack", Map.of("right", right.name()));
            }
        }
    }

    private static void requireOthers(Caller by, PortalId portal, String id) {
        boolean own = by.portal().equals(portal)
                && by instanceof Caller.Member member
                && (member.roles().contains(id)
                        || member.memberships().stream()
                                .anyMatch(membership -> membership.role().equals(id)));
        if (own) {
            throw Problem.FORBIDDEN.because("role.own", "Somebody else has to change a role that you have");
        }
    }

    private void requireFreeTitle(StoredRole role, List<StoredRole> present) {
        boolean taken = present.stream()
                        .anyMatch(other -> !other.id().equals(role.id())
                                && NameKey.of(other.title()).equals(NameKey.of(role.title())))
                || roles.isBuiltIn(role.title());
        if (taken) {
            throw titleTaken();
        }
    }

    private static PatchbayException titleTaken() {
        return Problem.CONFLICT.at("/title", "role.taken", "is the name of another role");
    }

    /**
     * What somebody chooses of a role.
     *
     * @param everywhere whether it is held in the whole portal and not in departments
     */
    @PutBack(RoleBook.Role.class)
    public record RoleDraft(String title, boolean everywhere, Set<Right> rights) {}
}
