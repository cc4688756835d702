package org.patchbay.blueprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.blueprint.yaml.YamlWriter;
import org.patchbay.spi.tenancy.PortalSection;

/**
 * Portals as files. A difference is found by applying the file in a unit of work, reading the portal again and rolling back:
 * so it says exactly what applying would do, and what would be refused. Sections that tell so without writing, as that of
 * people, are not applied for it: others would wait for what is locked meanwhile. Thread-safe.
 */
@Component(service = Blueprints.class)
public final class Blueprints {

    private final SectionDirectory directory;
    private final Portals portals;
    private final Access access;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public Blueprints(
            @Reference SectionDirectory directory,
            @Reference Portals portals,
            @Reference Access access,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.directory = directory;
        this.portals = portals;
        this.access = access;
        this.audit = audit;
        this.work = work;
    }

    /** The portal as a file, as far as the caller may see it; with the sections that are written only when asked for, too. */
    public String write(PortalId portal, boolean all, Caller by) {
        require(portal);
        Map<Boolean, List<PortalSection<?>>> wanted = directory.all().stream()
                .filter(section -> all || !section.section().asked())
                .collect(Collectors.partitioningBy(section -> may(section, portal, by)));
        String text = leftOut(wanted.getOrDefault(false, List.of()))
                + work.call(() -> text(portal, wanted.getOrDefault(true, List.of()), Map.of()));
        audit.record(portal, by, new AuditDraft("portal.file-given", "portal", portal.value(), Map.of(), Map.of()));
        return text;
    }

    /** Whoever makes another portal of the file must not think that it is all. */
    private static String leftOut(List<PortalSection<?>> sections) {
        return sections.isEmpty()
                ? ""
                : sections.stream()
                        .map(section -> section.section().name())
                        .collect(Collectors.joining(", ", "# Left out, as you may not read or apply it: ", "\n"));
    }

    /** What applying the file would change; changes nothing. */
    public Comparison compare(PortalId portal, String text, Caller by) {
        Blueprint file = read(portal, text, by);
        return dryRun(() -> {
                    String before = text(portal, file.sections(), Map.of());
                    return file.expect(portal, by).map(expected -> difference(before, portal, file, expected));
                })
                .orElseGet(() -> dryRun(() -> change(portal, file, by)));
    }

    /** Makes the portal so, all of it or nothing; answers what has changed. */
    public Comparison apply(PortalId portal, String text, Caller by) {
        Blueprint file = read(portal, text, by);
        return work.call(() -> {
            Comparison changed = change(portal, file, by);
            if (changed.different()) {
                applied(portal, file, by);
            }
            return changed;
        });
    }

    /** What creating a portal of the file would give; changes nothing. */
    public Comparison compareNew(String text, Caller by) {
        Blueprint file = Blueprint.read(text, directory.all());
        return dryRun(() -> {
                    PortalId portal = created(file, by).id();
                    return file.expect(portal, by).map(expected -> difference("", portal, file, expected));
                })
                .orElseGet(() -> dryRun(() -> {
                    PortalId portal = created(file, by).id();
                    return difference("", portal, file, new Blueprint.Expected(Map.of(), file.apply(portal, by)));
                }));
    }

    /** Creates a portal of the file, all of it or nothing. */
    public Portal create(String text, Caller by) {
        Blueprint file = Blueprint.read(text, directory.all());
        return work.call(() -> {
            PortalId portal = created(file, by).id();
            file.apply(portal, by);
            applied(portal, file, by);
            return require(portal);
        });
    }

    private Portal created(Blueprint file, Caller by) {
        String name = file.text("portal", "name");
        String host = file.text("portal", "host");
        return portals.create(new PortalDraft(name, host, "en", "UTC", "#2f6fed"), by);
    }

    private void applied(PortalId portal, Blueprint file, Caller by) {
        String names = String.join(
                ", ",
                file.sections().stream()
                        .map(section -> section.section().name())
                        .toList());
        audit.record(
                portal,
                by,
                new AuditDraft("portal.file-applied", "portal", portal.value(), Map.of(), Map.of("sections", names)));
    }

    private Comparison change(PortalId portal, Blueprint file, Caller by) {
        String before = text(portal, file.sections(), Map.of());
        return difference(before, portal, file, new Blueprint.Expected(Map.of(), file.apply(portal, by)));
    }

    private static Comparison difference(String before, PortalId portal, Blueprint file, Blueprint.Expected expected) {
        return Comparison.of(before, text(portal, file.sections(), expected.told()), expected.hidden());
    }

    private Blueprint read(PortalId portal, String text, Caller by) {
        require(portal);
        Blueprint file = Blueprint.read(text, directory.all());
        return work.call(() -> file.within(portal, section -> may(section, portal, by)));
    }

    private boolean may(PortalSection<?> section, PortalId portal, Caller by) {
        return access.scope(by, portal, section.section().right()).everywhere();
    }

    private Portal require(PortalId portal) {
        return portals.find(portal)
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }

    /** The portal as it is, but for the sections of which something else was told. */
    private static String text(PortalId portal, List<PortalSection<?>> sections, Map<String, Object> told) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Blueprint.FORMAT, 1);
        for (PortalSection<?> section : sections) {
            String name = section.section().name();
            fields.put(name, Optional.ofNullable(told.get(name)).orElseGet(() -> section.read(portal)));
        }
        return YamlWriter.write(fields);
    }

    /** What is found out by changes that are taken back. */
    private <T> T dryRun(Supplier<T> change) {
        List<T> found = new ArrayList<>();
        try {
            work.run(() -> {
                found.add(change.get());
                throw new DryRun();
            });
            throw new IllegalStateException("A dry run is rolled back");
        } catch (DryRun e) {
            return found.get(0);
        }
    }

    /** Rolls back. */
    private static final class DryRun extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DryRun() {
            super("A dry run is rolled back", null, false, false);
        }
    }
}
