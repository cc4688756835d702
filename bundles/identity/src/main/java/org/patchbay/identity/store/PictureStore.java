package org.patchbay.identity.store;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.picture.StoredPicture;

/** Keeps the pictures of people, one each. Called inside a unit of work. Thread-safe. */
public interface PictureStore {

    /** Keeps this picture instead of the one before; with none, keeps none. */
    void put(PortalId portal, PersonId person, Optional<StoredPicture> picture);

    /** A picture of anybody in the portal, by its hash. */
    Optional<StoredPicture> find(PortalId portal, String hash);

    void erase(PortalId portal);
}
