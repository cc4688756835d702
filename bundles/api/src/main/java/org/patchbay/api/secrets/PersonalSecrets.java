package org.patchbay.api.secrets;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * Encrypts personal values that rest where nothing is ever changed, under a key per person: when the key is destroyed, the
 * values are gone and what holds them stays as it is. Thread-safe.
 */
@ProviderType
public interface PersonalSecrets {

    /** How a value reads that cannot be opened any more. */
    String ERASED = "[erased]";

    /** Stands for everybody without an account; their values go with the portal. */
    PersonId GUESTS = new PersonId("guests");

    /**
     * Seals a value under the person's key, which is made at the first call, in the caller's unit of work (or one of its
     * own). For somebody who has been erased it is sealed so that nobody can ever open it.
     */
    String seal(PortalId portal, PersonId person, String plain);

    /** Opens a sealed value; empty once the person is erased. */
    Optional<String> open(PortalId portal, PersonId person, String sealed);

    /** Destroys the person's key in the caller's unit of work. */
    void erase(PortalId portal, PersonId person);
}
