package org.patchbay.blueprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.blueprint.yaml.Binder;
import org.patchbay.blueprint.yaml.Fault;
import org.patchbay.blueprint.yaml.Pointers;
import org.patchbay.blueprint.yaml.YamlNode;
import org.patchbay.blueprint.yaml.YamlReader;
import org.patchbay.blueprint.yaml.YamlWriter;
import org.patchbay.spi.tenancy.PortalSection;

/** A file of a portal, read and bound to the sections it has. Immutable. */
final class Blueprint {

    /** The field by which the form of the file is told. */
    static final String FORMAT = "patchbay";

    private static final String VERSION = "1";

    private final YamlNode.Mapping root;
    private final List<Wanted<?>> wanted;
    private final Pointers pointers;

    private Blueprint(YamlNode.Mapping root, List<Wanted<?>> wanted) {
        this.root = root;
        this.wanted = wanted;
        this.pointers = Pointers.of(root);
    }

    /** Reads a text; INVALID with everything that is wrong in it, by path and line. */
    static Blueprint read(String text, List<PortalSection<?>> sections) {
        YamlNode node = YamlReader.read(text);
        var binder = new Binder();
        if (!(node instanceof YamlNode.Mapping root)) {
            binder.fault("", node, "field.type", "must be names with values, such as portal:");
            throw Fault.refusal(Problem.INVALID, binder.faults());
        }
        YamlNode format = root.fields().get(FORMAT);
        if (!(format instanceof YamlNode.Scalar scalar) || !scalar.text().equals(VERSION)) {
            binder.fault(
                    "/" + FORMAT,
                    format == null ? root : format,
                    "file.format",
                    "must be there and be " + VERSION + ", the form of file that is known here");
        }
        Set<String> known =
                sections.stream().map(section -> section.section().name()).collect(Collectors.toSet());
        root.fields().forEach((name, value) -> {
            if (!known.contains(name) && !name.equals(FORMAT)) {
                binder.fault(Pointers.step(name), value, "field.unknown", "is not a section that is known here");
            }
        });
        List<Wanted<?>> wanted = new ArrayList<>();
        for (PortalSection<?> section : sections) {
            YamlNode given = root.fields().get(section.section().name());
            if (given != null) {
                bind(binder, section, given).ifPresent(wanted::add);
            }
        }
        if (!binder.faults().isEmpty()) {
            throw Fault.refusal(Problem.INVALID, binder.faults());
        }
        return new Blueprint(root, wanted);
    }

    private static <T> Optional<Wanted<?>> bind(Binder binder, PortalSection<T> section, YamlNode given) {
        return binder.bind(
                        given,
                        section.section().form(),
                        Pointers.step(section.section().name()))
                .map(value -> new Wanted<>(section, value));
    }

    /** The sections that the file has. */
    List<PortalSection<?>> sections() {
        return wanted.stream().<PortalSection<?>>map(Wanted::section).toList();
    }

    /**
     * The file with the sections that the caller may apply; FORBIDDEN if another one is not word for word as it is now. It is
     * compared and not applied: whoever may not apply a section does not find out so what is secret in it.
     */
    Blueprint within(PortalId portal, Predicate<PortalSection<?>> may) {
        List<Wanted<?>> allowed = new ArrayList<>();
        for (Wanted<?> one : wanted) {
            if (may.test(one.section())) {
                allowed.add(one);
            } else if (!one.same(portal)) {
                throw Problem.FORBIDDEN.at(
                        Pointers.step(one.section().section().name()),
                        "section.forbidden",
                        "is a section that you may not apply");
            }
        }
        return new Blueprint(root, allowed);
    }

    /** A text of the file, by names; the line is said if it is not there. */
    String text(String section, String field) {
        if (root.fields().get(section) instanceof YamlNode.Mapping mapping
                && mapping.fields().get(field) instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        String pointer = Pointers.step(section) + Pointers.step(field);
        throw Fault.refusal(
                Problem.INVALID,
                List.of(new Fault(pointer, pointers.line(pointer), "field.missing", "is needed for a new portal")));
    }

    /** Makes the portal so, in the caller's unit of work; answers what reading does not show. */
    List<String> apply(PortalId portal, Caller by) {
        List<String> hidden = new ArrayList<>();
        for (Wanted<?> one : wanted) {
            placed(one, () -> hidden.addAll(one.apply(portal, by)));
        }
        backwards(wanted).forEach(one -> placed(one, () -> one.prune(portal, by)));
        return hidden;
    }

    /**
     * As {@link #apply}, but what a section tells without writing is not written, and answered. Empty if only writing all of it
     * tells: because something is to go that may be in use, or come into use, where nothing was written.
     */
    Optional<Expected> expect(PortalId portal, Caller by) {
        Map<String, Object> told = new LinkedHashMap<>();
        List<String> hidden = new ArrayList<>();
        List<Wanted<?>> applied = new ArrayList<>();
        for (Wanted<?> one : wanted) {
            placed(one, () -> one.expect(portal, by).ifPresentOrElse(value -> told.put(one.name(), value), () -> {
                hidden.addAll(one.apply(portal, by));
                applied.add(one);
            }));
        }
        try {
            backwards(applied).forEach(one -> placed(one, () -> one.prune(portal, by)));
            boolean stands = wanted.stream()
                    .filter(one -> told.containsKey(one.name()))
                    .allMatch(one -> one.expect(portal, by)
                            .filter(value -> text(value).equals(text(told.getOrDefault(one.name(), ""))))
                            .isPresent());
            return Optional.of(new Expected(told, hidden)).filter(all -> stands);
        } catch (PatchbayException e) {
            if (told.isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static List<Wanted<?>> backwards(List<Wanted<?>> some) {
        List<Wanted<?>> backwards = new ArrayList<>(some);
        backwards.sort(Comparator.comparingInt(
                        (Wanted<?> one) -> one.section().section().order())
                .reversed());
        return backwards;
    }

    private static String text(Object value) {
        return YamlWriter.write(Map.of("is", value));
    }

    /** What a section refuses is said with its place in the file. */
    private void placed(Wanted<?> one, Runnable action) {
        try {
            action.run();
        } catch (PatchbayException e) {
            PatchbayException below =
                    e.below(Pointers.step(one.section().section().name()));
            throw Fault.refusal(
                    below.problem(), below.errors().stream().map(this::fault).toList());
        }
    }

    private Fault fault(FieldError error) {
        return new Fault(error.pointer(), pointers.line(error.pointer()), error.code(), error.detail());
    }

    /**
     * What is found out without writing all.
     *
     * @param told what the sections that were not written would be, by name
     * @param hidden what was changed that reading does not show
     */
    record Expected(Map<String, Object> told, List<String> hidden) {}

    /** What the file says of one section. */
    private record Wanted<T>(PortalSection<T> section, T value) {

        String name() {
            return section.section().name();
        }

        boolean same(PortalId portal) {
            return text(value).equals(text(section.read(portal)));
        }

        Optional<T> expect(PortalId portal, Caller by) {
            return section.expect(portal, value, by);
        }

        List<String> apply(PortalId portal, Caller by) {
            return section.apply(portal, value, by);
        }

        void prune(PortalId portal, Caller by) {
            section.prune(portal, value, by);
        }
    }
}
