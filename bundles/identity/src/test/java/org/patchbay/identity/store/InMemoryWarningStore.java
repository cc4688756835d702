package org.patchbay.identity.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Who was told of which last day, in a set. */
public final class InMemoryWarningStore implements WarningStore {

    private final Set<Told> told = ConcurrentHashMap.newKeySet();

    @Override
    public boolean note(PortalId portal, Optional<PersonId> person, LocalDate day) {
        return told.add(new Told(portal, person, day));
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        told.removeIf(one -> one.portal().equals(portal) && one.person().equals(Optional.of(person)));
    }

    @Override
    public void erase(PortalId portal) {
        told.removeIf(one -> one.portal().equals(portal));
    }

    private record Told(PortalId portal, Optional<PersonId> person, LocalDate day) {}
}
