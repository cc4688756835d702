package org.patchbay.extensions;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Things;

/** What people choose for their extensions besides forwards, and managers for them. Thread-safe. */
@Component(service = ServiceDesk.class)
public final class ServiceDesk {

    private final ThingStore store;
    private final Reach reach;
    private final Rules rules;
    private final Register register;
    private final UnitOfWork unit;

    @Activate
    public ServiceDesk(
            @Reference ThingStore store,
            @Reference Reach reach,
            @Reference Rules rules,
            @Reference Register register,
            @Reference UnitOfWork unit) {
        this.store = store;
        this.reach = reach;
        this.rules = rules;
        this.register = register;
        this.unit = unit;
    }

    /** Those of an extension of one's own, or of somebody whom one manages. */
    public PhoneServices find(PortalId portal, String extension, Caller by) {
        reach.requirePersonal(portal, extension, by);
        return stored(portal, extension)
                .map(kept -> Things.read(Kinds.SERVICES, kept))
                .orElseGet(() -> PhoneServices.of(extension));
    }

    /** Chooses for such an extension; STALE unless the version is the present one. */
    public PhoneServices choose(
            PortalId portal, String extension, long version, UnaryOperator<PhoneServices> change, Caller by) {
        return choose(portal, extension, Optional.of(version), change, by);
    }

    /** The same; without a version whatever the present one is. */
    public PhoneServices choose(
            PortalId portal, String extension, Optional<Long> version, UnaryOperator<PhoneServices> change, Caller by) {
        reach.requirePersonal(portal, extension, by);
        return change(portal, extension, version, change, Optional.of(by));
    }

    private Optional<StoredThing> stored(PortalId portal, String extension) {
        return store.withKey(portal, Kinds.services(extension));
    }

    PhoneServices change(
            PortalId portal,
            String extension,
            Optional<Long> version,
            UnaryOperator<PhoneServices> change,
            Optional<Caller> by) {
        return unit.call(() -> {
            store.lock(portal);
            Optional<StoredThing> before = stored(portal, extension);
            PhoneServices present =
                    before.map(kept -> Things.read(Kinds.SERVICES, kept)).orElseGet(() -> PhoneServices.of(extension));
            if (version.filter(wanted -> wanted != present.version()).isPresent()) {
                throw Register.stale();
            }
            PhoneServices wanted = rules.whole(portal, Kinds.SERVICES, change.apply(present));
            if (wanted.equals(present)) {
                return present;
            }
            PhoneServices next = wanted.kept(before.map(StoredThing::id).orElseGet(Ids::next), present.version() + 1);
            rules.require(portal, Kinds.SERVICES, next);
            if (before.isPresent()) {
                register.change(portal, Kinds.SERVICES, before.get(), next, Optional.empty(), by);
            } else {
                register.add(portal, Kinds.SERVICES, next, Optional.empty(), by);
            }
            return next;
        });
    }
}
