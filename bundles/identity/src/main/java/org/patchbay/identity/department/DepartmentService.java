package org.patchbay.identity.department;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.Opening;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.store.DepartmentStore;
import org.patchbay.identity.store.NameKey;
import org.patchbay.identity.store.PersonStore;

/** The component behind {@link Departments}. */
@Component
public final class DepartmentService implements Departments {

    private static final int DEPARTMENTS_LIMIT = 200;
    private static final String DEFAULT = "Default";

    private final DepartmentStore store;
    private final PersonStore people;
    private final Access access;
    private final Portals portals;
    private final Audit audit;
    private final UnitOfWork work;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DepartmentService(
            @Reference DepartmentStore store,
            @Reference PersonStore people,
            @Reference Access access,
            @Reference Portals portals,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.store = store;
        this.people = people;
        this.access = access;
        this.portals = portals;
        this.audit = audit;
        this.work = work;
    }

    @Override
    public Department create(PortalId portal, DepartmentDraft draft, Caller by) {
        if (!access.scope(by, portal, Right.MANAGE_DEPARTMENTS).everywhere()) {
            throw Problem.FORBIDDEN.because("department.new", "Only who manages the whole portal makes departments");
        }
        DepartmentDraft checked = DepartmentRules.check(draft, Optional.empty(), clock.instant());
        Department department = Department.of(new DepartmentId(Ids.next(clock)), portal, checked, 1);
        return unlessTaken(department, () -> {
            List<Department> present = list(portal);
            if (present.size() >= DEPARTMENTS_LIMIT) {
                throw Problem.LIMITED.because("department.many", "There may be " + DEPARTMENTS_LIMIT + " departments");
            }
            requireFreeName(department, present);
            store.insert(department);
            audit.record(
                    portal,
                    by,
                    DepartmentAudit.change("department.created", Optional.empty(), Optional.of(department)));
            return department;
        });
    }

    @Override
    public Department update(PortalId portal, DepartmentId id, long version, DepartmentDraft draft, Caller by) {
        Optional<HoursOverride> present = find(portal, id).flatMap(Department::override);
        DepartmentDraft checked = DepartmentRules.check(draft, present, clock.instant());
        Department wanted = Department.of(id, portal, checked, version + 1);
        return unlessTaken(wanted, () -> {
            Department before = require(portal, id);
            requireScope(by, before, Right.MANAGE_DEPARTMENTS);
            if (before.version() != version) {
                throw Problem.STALE.because("The department is at version " + before.version());
            }
            return save(before, wanted, by);
        });
    }

    @Override
    public Department override(PortalId portal, DepartmentId id, Optional<HoursOverride> override, Caller by) {
        Optional<HoursOverride> checked = DepartmentRules.check(override, clock.instant());
        return work.call(() -> {
            Department present = require(portal, id);
            requireScope(by, present, Right.OVERRIDE_OFFICE_HOURS);
            Department changed = new Department(
                    id,
                    portal,
                    present.name(),
                    present.language(),
                    present.zone(),
                    present.hours(),
                    present.breaks(),
                    present.holidays(),
                    checked,
                    present.version() + 1);
            return save(present, changed, by);
        });
    }

    /** Of two who take a name at the same time the database refuses one. */
    private Department unlessTaken(Department wanted, Supplier<Department> change) {
        try {
            return work.call(change);
        } catch (PatchbayException e) {
            if (!e.code().equals("store.conflict")) {
                throw e;
            }
            requireFreeName(wanted, list(wanted.portal()));
            throw Problem.STALE.because("The department was changed by somebody else");
        }
    }

    @Override
    public void delete(PortalId portal, DepartmentId id, Caller by) {
        if (!access.scope(by, portal, Right.MANAGE_DEPARTMENTS).everywhere()) {
            throw Problem.FORBIDDEN.because("department.new", "Only who manages the whole portal deletes departments");
        }
        work.run(() -> {
            if (id.isDefaultOf(portal)) {
                throw Problem.CONFLICT.because("department.default", "The department Default stays");
            }
            // Locked first: whoever gets into it in this moment is in it, or finds it gone.
            Department present =
                    store.lock(portal, List.of(id)).stream().findFirst().orElseThrow(DepartmentService::unknown);
            if (people.hasMembers(portal, id)) {
                throw Problem.CONFLICT.because("department.members", "The department has members; move them first");
            }
            store.delete(portal, id);
            audit.record(
                    portal, by, DepartmentAudit.change("department.deleted", Optional.of(present), Optional.empty()));
        });
    }

    @Override
    public Optional<Department> find(PortalId portal, DepartmentId id) {
        return work.call(() -> store.find(portal, id))
                .or(() -> id.isDefaultOf(portal) && portals.find(portal).isPresent()
                        ? Optional.of(Department.of(id, portal, DepartmentDraft.named(DEFAULT), 0))
                        : Optional.empty());
    }

    @Override
    public List<Department> list(PortalId portal) {
        DepartmentId byDefault = DepartmentId.defaultOf(portal);
        Stream<Department> others = work.call(() -> store.list(portal)).stream()
                .filter(department -> !department.id().equals(byDefault))
                .sorted(Comparator.comparing(Department::name, String.CASE_INSENSITIVE_ORDER));
        return Stream.concat(find(portal, byDefault).stream(), others).toList();
    }

    @Override
    public Opening openAt(PortalId portal, DepartmentId id, Instant moment) {
        Department department = require(portal, id);
        String zone = department
                .zone()
                .or(() -> portals.find(portal).map(Portal::zone))
                .orElse(ZoneOffset.UTC.getId());
        return OfficeHours.at(department, moment, ZoneId.of(zone));
    }

    /** Default has no row before its first change. */
    private Department save(Department present, Department changed, Caller by) {
        requireFreeName(changed, list(changed.portal()));
        if (changed.version() == 1) {
            store.insert(changed);
        } else if (!store.update(changed)) {
            throw Problem.STALE.because("The department was changed by somebody else");
        }
        audit.record(
                changed.portal(),
                by,
                DepartmentAudit.change("department.updated", Optional.of(present), Optional.of(changed)));
        return changed;
    }

    private static void requireFreeName(Department wanted, List<Department> present) {
        boolean taken = present.stream()
                .anyMatch(other -> !other.id().equals(wanted.id())
                        && NameKey.of(other.name()).equals(NameKey.of(wanted.name())));
        if (taken) {
            throw Problem.CONFLICT.at("/name", "department.taken", "is the name of another department");
        }
    }

    private void requireScope(Caller by, Department department, Right right) {
        if (!access.scope(by, department.portal(), right).includes(department.id())) {
            throw Problem.FORBIDDEN.because("department.elsewhere", "This is none of your departments");
        }
    }

    private Department require(PortalId portal, DepartmentId id) {
        return find(portal, id).orElseThrow(DepartmentService::unknown);
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("department.unknown", "There is no such department");
    }
}
