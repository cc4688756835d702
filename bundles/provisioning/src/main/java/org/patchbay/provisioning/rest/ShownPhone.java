package org.patchbay.provisioning.rest;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.provisioning.Phones.KnownPhone;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.Phone.Transport;
import org.patchbay.provisioning.phone.PhoneKey;
import org.patchbay.provisioning.phone.PhoneState;

/**
 * A phone as it is shown, as in {@link Phone}. Immutable.
 *
 * @param state what is known of its fetching
 */
public record ShownPhone(
        String id,
        String mac,
        Maker maker,
        String model,
        String extension,
        String device,
        String label,
        Optional<String> language,
        Optional<String> ringTone,
        Transport transport,
        @MayBeAbsent List<PhoneKey> keys,
        @MayBeAbsent List<String> networks,
        long version,
        PhoneState state) {

    static ShownPhone of(KnownPhone known) {
        Phone phone = known.phone();
        return new ShownPhone(
                phone.id(),
                phone.mac(),
                phone.maker(),
                phone.model(),
                phone.extension(),
                phone.device(),
                phone.label(),
                phone.language(),
                phone.ringTone(),
                phone.transport(),
                phone.keys(),
                phone.networks(),
                phone.version(),
                known.state());
    }
}
