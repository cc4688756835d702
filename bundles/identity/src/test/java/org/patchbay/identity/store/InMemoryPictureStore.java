package org.patchbay.identity.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.picture.StoredPicture;

/** Pictures in a map. */
public final class InMemoryPictureStore implements PictureStore {

    private record Owner(PortalId portal, PersonId person) {}

    private final Map<Owner, StoredPicture> pictures = new ConcurrentHashMap<>();

    @Override
    public void put(PortalId portal, PersonId person, Optional<StoredPicture> picture) {
        Owner owner = new Owner(portal, person);
        picture.ifPresentOrElse(one -> pictures.put(owner, one), () -> pictures.remove(owner));
    }

    @Override
    public Optional<StoredPicture> find(PortalId portal, String hash) {
        return pictures.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .map(Map.Entry::getValue)
                .filter(picture -> picture.hash().equals(hash))
                .findFirst();
    }

    @Override
    public void erase(PortalId portal) {
        pictures.keySet().removeIf(owner -> owner.portal().equals(portal));
    }
}
