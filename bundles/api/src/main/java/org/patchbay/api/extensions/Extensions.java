package org.patchbay.api.extensions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** The extensions of a portal and their devices. Reading answers from memory. Thread-safe. */
@ProviderType
public interface Extensions {

    /** The extension of this id. */
    Optional<Extension> find(PortalId portal, String id);

    /** The extension that a device belongs to; the device's id is its account's. */
    Optional<Extension> ofDevice(PortalId portal, String device);

    /** The extensions of a person, by number. */
    List<Extension> ofPerson(PortalId portal, PersonId person);

    /** All extensions of the portal, by number. */
    List<Extension> list(PortalId portal);

    /** The devices of an extension; their ids are the accounts to be called. */
    List<Device> devices(PortalId portal, String extension);

    /** Switches "do not disturb", as by a code at the phone. Writes to the database. */
    Extension doNotDisturb(PortalId portal, String extension, boolean on);

    /**
     * Forwards, or no longer, as by a code at the phone. Writes to the database.
     *
     * @throws org.patchbay.api.PatchbayException INVALID for a destination that is not there
     */
    Extension forward(PortalId portal, String extension, Forwards.Case when, Optional<Destination> to);

    /** What somebody chose for an extension besides its forwards; the standard while nothing was. */
    PhoneServices services(PortalId portal, String extension);

    /** Changes that, as by a code at the phone. Writes to the database. INVALID where it does not fit. */
    PhoneServices serve(PortalId portal, String extension, UnaryOperator<PhoneServices> change);

    /** The extensions of all portals whose phones are to ring to wake somebody, by {@link PhoneServices#wakeUp}, up to that moment. */
    Map<PortalId, List<PhoneServices>> toWake(Instant until);
}
