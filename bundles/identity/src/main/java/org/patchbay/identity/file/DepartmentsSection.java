package org.patchbay.identity.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.WeekTime;
import org.patchbay.identity.store.NameKey;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** Departments with their hours and holidays; a department's override is of the moment and stays as it is. */
@Component(service = PortalSection.class)
public final class DepartmentsSection implements PortalSection<DepartmentsSection.DepartmentText[]> {

    private final Departments departments;

    @Activate
    public DepartmentsSection(@Reference Departments departments) {
        this.departments = departments;
    }

    @Override
    public Section<DepartmentText[]> section() {
        return new Section<>("departments", 20, DepartmentText[].class, Right.MANAGE_DEPARTMENTS);
    }

    @Override
    public DepartmentText[] read(PortalId portal) {
        return departments.list(portal).stream().map(DepartmentText::of).toArray(DepartmentText[]::new);
    }

    @Override
    public List<String> apply(PortalId portal, DepartmentText[] wanted, Caller by) {
        Items.requireOnce("/name", wanted, DepartmentText::key);
        Items.requireOnce("/isDefault", wanted, DepartmentText::place);
        Items.each(wanted, department -> apply(portal, department, by));
        return List.of();
    }

    private void apply(PortalId portal, DepartmentText wanted, Caller by) {
        Optional<Department> present = departments.list(portal).stream()
                .filter(known -> wanted.isThis(known))
                .findFirst();
        if (present.isEmpty()) {
            departments.create(portal, wanted.draft(Optional.empty()), by);
        } else if (!DepartmentText.of(present.get()).equals(wanted)) {
            Department department = present.get();
            departments.update(portal, department.id(), department.version(), wanted.draft(department.override()), by);
        }
    }

    @Override
    public void prune(PortalId portal, DepartmentText[] wanted, Caller by) {
        departments.list(portal).stream()
                .filter(known -> !known.id().isDefaultOf(portal))
                .filter(known -> Arrays.stream(wanted).noneMatch(text -> text.isThis(known)))
                .forEach(known -> departments.delete(portal, known.id(), by));
    }

    /**
     * A department by its name.
     *
     * @param isDefault whether it is the one that every portal has, whatever it is called there
     */
    public record DepartmentText(
            String name,
            @MayBeAbsent boolean isDefault,
            Optional<String> language,
            Optional<String> zone,
            @MayBeAbsent List<WeekTime> hours,
            @MayBeAbsent List<WeekTime> breaks,
            @MayBeAbsent List<Holiday> holidays) {

        static DepartmentText of(Department department) {
            return new DepartmentText(
                    department.name(),
                    department.id().isDefaultOf(department.portal()),
                    department.language(),
                    department.zone(),
                    department.hours(),
                    department.breaks(),
                    department.holidays());
        }

        boolean isThis(Department department) {
            boolean byDefault = department.id().isDefaultOf(department.portal());
            return isDefault ? byDefault : !byDefault && department.name().equalsIgnoreCase(name.strip());
        }

        /** As departments are told from each other. */
        String key() {
            return NameKey.of(name.strip());
        }

        /** The same for two that are both to be the one that every portal has. */
        String place() {
            return isDefault ? "default" : "other " + key();
        }

        DepartmentDraft draft(Optional<HoursOverride> override) {
            return new DepartmentDraft(name, language, zone, hours, breaks, holidays, override);
        }
    }
}
