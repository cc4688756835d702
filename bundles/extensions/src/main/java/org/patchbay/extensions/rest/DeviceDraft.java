package org.patchbay.extensions.rest;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.Device;

/**
 * What can be chosen of a device, as in {@link Device}. Immutable.
 *
 * @param user without one it is made of the extension's number
 * @param mostContacts without it two
 */
@PutBack(ListedDevice.class)
public record DeviceDraft(
        String name, Optional<String> user, Optional<Integer> mostContacts, @MayBeAbsent List<String> networks) {

    Device thing(Device before, long version) {
        return new Device(
                before.id(),
                before.extension(),
                name,
                user.orElse(before.user()),
                mostContacts.orElse(before.mostContacts()),
                networks,
                version);
    }
}
