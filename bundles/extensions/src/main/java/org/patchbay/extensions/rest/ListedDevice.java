package org.patchbay.extensions.rest;

import java.util.List;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.signalling.Registration;

/**
 * A device, as {@link Device}, and where it is registered at the moment. Immutable.
 *
 * @param registrations one for each phone that is signed in as it, the preferred first; empty while none is
 */
public record ListedDevice(
        String id,
        String extension,
        String name,
        String user,
        int mostContacts,
        @MayBeAbsent List<String> networks,
        long version,
        @MayBeAbsent List<Registration> registrations) {

    public ListedDevice {
        registrations = List.copyOf(registrations);
    }

    static ListedDevice of(Device device, List<Registration> registrations) {
        return new ListedDevice(
                device.id(),
                device.extension(),
                device.name(),
                device.user(),
                device.mostContacts(),
                device.networks(),
                device.version(),
                registrations);
    }
}
