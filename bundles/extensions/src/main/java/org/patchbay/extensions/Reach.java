package org.patchbay.extensions;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Things;

/** Who may set up what: a right holds in departments, and what is elsewhere is not found. Thread-safe. */
@Component(service = Reach.class)
public final class Reach {

    private final Access access;
    private final ThingStore store;

    @Activate
    public Reach(@Reference Access access, @Reference ThingStore store) {
        this.access = access;
        this.store = store;
    }

    /** The departments whose things the caller may set up; empty for every one. */
    Optional<Set<String>> departments(PortalId portal, Right right, Caller by) {
        Scope scope = access.scope(by, portal, right);
        return scope.everywhere()
                ? Optional.empty()
                : Optional.of(
                        scope.departments().stream().map(DepartmentId::value).collect(Collectors.toSet()));
    }

    /** The thing, if the caller may set it up. */
    <T extends Record> StoredThing require(PortalId portal, Kind<T> kind, String id, Caller by) {
        Scope scope = access.scope(by, portal, kind.right());
        return store.find(portal, id)
                .filter(stored -> stored.kind().equals(kind.name()))
                .filter(stored ->
                        department(portal, stored).filter(scope::includes).isPresent())
                .orElseThrow(Reach::unknown);
    }

    /** Refuses a thing in a department in which the caller may set up nothing. */
    <T extends Record> void requireDepartment(PortalId portal, Kind<T> kind, T thing, Caller by) {
        Scope scope = access.scope(by, portal, kind.right());
        if (department(portal, Things.store(kind, thing, Optional.empty()))
                .filter(scope::includes)
                .isEmpty()) {
            throw thing instanceof Device
                    ? Problem.INVALID.at("/extension", "telephone.unknown-target", "is not there")
                    : Problem.INVALID.at("/department", "department.not-yours", "is none in which you set this up");
        }
    }

    private Optional<DepartmentId> department(PortalId portal, StoredThing stored) {
        return stored.department().map(DepartmentId::new).or(() -> stored.owner()
                .flatMap(owner -> store.find(portal, owner))
                .flatMap(StoredThing::department)
                .map(DepartmentId::new));
    }

    /** The extension, if it is the caller's own and not locked, or of somebody whom the caller manages or whose calls the caller leads. */
    StoredThing requirePersonal(PortalId portal, String id, Caller by) {
        return store.find(portal, id)
                .filter(stored -> stored.kind().equals(Kinds.EXTENSION.name()))
                .filter(stored -> mayChange(portal, Things.read(Kinds.EXTENSION, stored), by))
                .orElseThrow(Reach::unknown);
    }

    boolean mayChange(PortalId portal, Extension extension, Caller by) {
        return isOwn(portal, extension, by)
                || access.scope(by, portal, Right.CONFIGURE_CALL_HANDLING).includes(extension.department())
                || (extension.person().isPresent()
                        && access.scope(by, portal, Right.MANAGE_PEOPLE).includes(extension.department()));
    }

    private static boolean isOwn(PortalId portal, Extension extension, Caller by) {
        return !extension.locked()
                && by.portal().equals(portal)
                && by.personId().isPresent()
                && extension.person().equals(by.personId());
    }

    static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("telephone.unknown", "There is no such thing here");
    }
}
