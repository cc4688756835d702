package org.patchbay.provisioning.store;

import java.util.Optional;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneState;

/**
 * A phone as it is kept. Immutable.
 *
 * @param tokenHash by which its first file is found; empty once it was fetched
 * @param account the name with which it fetches its file later on, unique on the server
 * @param sealed its secrets
 */
public record StoredPhone(Phone phone, Optional<String> tokenHash, String account, String sealed, PhoneState state) {

    @Override
    public String toString() {
        return "StoredPhone[" + phone.id() + "]";
    }
}
