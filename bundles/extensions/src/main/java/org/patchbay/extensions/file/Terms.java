package org.patchbay.extensions.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;

/** How a file names what has an id in the portal: things by number or name, departments by name. */
final class Terms {

    private static final List<Kind<?>> NUMBERED =
            List.of(Kinds.EXTENSION, Kinds.RING_GROUP, Kinds.QUEUE, Kinds.MENU, Kinds.CONFERENCE);

    private final PortalId portal;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Department> departments;

    Terms(PortalId portal, Switchboard switchboard, Departments departments) {
        this.portal = portal;
        this.departments = departments.list(portal);
        NUMBERED.forEach(kind -> add(switchboard, kind));
        add(switchboard, Kinds.TRUNK);
    }

    private <T extends Record> void add(Switchboard switchboard, Kind<T> kind) {
        for (T thing : switchboard.all(portal, kind)) {
            String name = kind.key().apply(thing).substring(2);
            ids.put(kind.name() + ' ' + name, kind.id().apply(thing));
            names.put(
                    kind.id().apply(thing),
                    kind.equals(Kinds.TRUNK) ? kind.label().apply(thing) : name);
        }
    }

    /** How the file names the thing of this id. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }

    List<String> names(List<String> of) {
        return of.stream().map(this::name).toList();
    }

    /** The ids of things of a kind. */
    List<String> ids(String pointer, Kind<?> kind, List<String> wanted) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            found.add(id(pointer + '/' + i, kind.name(), wanted.get(i)));
        }
        return found;
    }

    /** The id of the thing of a kind. */
    String id(String pointer, String kind, String name) {
        String id = ids.get(kind + ' ' + name.strip().toLowerCase(Locale.ROOT));
        if (id == null) {
            throw Problem.INVALID.at(pointer, "telephone.unknown-target", "is not there");
        }
        return id;
    }

    /** A destination as a text: {@code RING_GROUP 200}, {@code OUTSIDE +4930…}, {@code HANG_UP}. */
    String text(Destination destination) {
        String value = destination.namesThing() ? name(destination.value()) : destination.value();
        return (destination.kind() + " " + value).strip();
    }

    Optional<String> text(Optional<Destination> destination) {
        return destination.map(this::text);
    }

    /** The destination of such a text. */
    Destination destination(String pointer, String text) {
        String[] words = text.strip().split("\\s+", 2);
        String value = words.length == 2 ? words[1] : "";
        for (Destination.Kind kind : Destination.Kind.values()) {
            if (kind.name().equals(words[0])) {
                if (value.isEmpty() && kind.hasValue()) {
                    throw Problem.INVALID.at(pointer, "field.missing", "is missing the number that " + kind + " needs");
                }
                return new Destination(kind, value(pointer, kind, value));
            }
        }
        throw Problem.INVALID.at(pointer, "destination.value", "does not say where calls go");
    }

    private String value(String pointer, Destination.Kind kind, String value) {
        return switch (kind) {
            case EXTENSION, VOICEMAIL -> id(pointer, Kinds.EXTENSION.name(), value);
            case RING_GROUP -> id(pointer, Kinds.RING_GROUP.name(), value);
            case QUEUE -> id(pointer, Kinds.QUEUE.name(), value);
            case MENU -> id(pointer, Kinds.MENU.name(), value);
            case CONFERENCE -> id(pointer, Kinds.CONFERENCE.name(), value);
            case MEETING, OUTSIDE, HANG_UP -> value;
        };
    }

    Optional<Destination> destination(String pointer, Optional<String> text) {
        return text.map(found -> destination(pointer, found));
    }

    Forwards forwards(ForwardsText text) {
        return new Forwards(
                destination("/forwards/always", text.always()),
                destination("/forwards/busy", text.busy()),
                destination("/forwards/noAnswer", text.noAnswer()),
                destination("/forwards/unavailable", text.unavailable()));
    }

    ForwardsText text(Forwards forwards) {
        return new ForwardsText(
                text(forwards.always()),
                text(forwards.busy()),
                text(forwards.noAnswer()),
                text(forwards.unavailable()));
    }

    /** The department of this name; none is Default. */
    DepartmentId department(String pointer, Optional<String> name) {
        return name.map(wanted -> departments.stream()
                        .filter(one -> one.name().equalsIgnoreCase(wanted.strip()))
                        .findFirst()
                        .map(Department::id)
                        .orElseThrow(() ->
                                Problem.INVALID.at(pointer, "department.unknown", "is no department of the portal")))
                .orElseGet(() -> DepartmentId.defaultOf(portal));
    }

    /** How the file names a department; Default not at all. */
    Optional<String> department(DepartmentId id) {
        return id.isDefaultOf(portal)
                ? Optional.empty()
                : departments.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(Department::name);
    }

    /** The name of a department, Default's too. */
    String departmentName(DepartmentId id) {
        return departments.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Department::name)
                .orElse(id.value());
    }

    /** Forwards with their destinations as texts. */
    record ForwardsText(
            Optional<String> always, Optional<String> busy, Optional<String> noAnswer, Optional<String> unavailable) {}
}
