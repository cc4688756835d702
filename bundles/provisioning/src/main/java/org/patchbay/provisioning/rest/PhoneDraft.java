package org.patchbay.provisioning.rest;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PutBack;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.Phone.Transport;
import org.patchbay.provisioning.phone.PhoneKey;

/**
 * What can be chosen of a phone, as in {@link Phone}. Immutable.
 *
 * @param mac in any usual spelling
 */
@PutBack(ShownPhone.class)
public record PhoneDraft(
        String mac,
        Maker maker,
        String model,
        String extension,
        String label,
        Optional<String> language,
        Optional<String> ringTone,
        Transport transport,
        @MayBeAbsent List<PhoneKey> keys,
        @MayBeAbsent List<String> networks) {

    Phone phone(String id, String device, long version) {
        return new Phone(
                id, mac, maker, model, extension, device, label, language, ringTone, transport, keys, networks,
                version);
    }
}
