package org.patchbay.api.extensions;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/**
 * The accounts of devices with their passwords, for whoever writes them into a phone. Changes are recorded as made by the
 * caller and need the caller's rights over the extension; what the caller may not set up is NOT_FOUND. Thread-safe.
 */
@ProviderType
public interface DeviceAccounts {

    /** Gives an extension another device, usable from these networks alone; empty for everywhere. */
    DeviceAccount create(PortalId portal, String extension, String name, List<String> networks, Caller by);

    /**
     * The device of this name of an extension that is the caller's own, or of somebody whom the caller manages; it is made if
     * it is not there.
     */
    DeviceAccount personal(PortalId portal, String extension, String name, Caller by);

    /** What a device signs in with; empty when the device is gone. Answers from memory. */
    Optional<DeviceAccount> find(PortalId portal, String device);

    /** Gives a device another name and other networks. */
    DeviceAccount change(PortalId portal, String device, String name, List<String> networks, Caller by);

    /** Another password; the one before is no good any more. */
    DeviceAccount renew(PortalId portal, String device, Caller by);

    /** Takes a device away; one that is gone already stays so. */
    void delete(PortalId portal, String device, Caller by);
}
