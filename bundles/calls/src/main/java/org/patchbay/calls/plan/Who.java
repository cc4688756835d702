package org.patchbay.calls.plan;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.signalling.IncomingCall;

/**
 * Somebody who calls or is called. Immutable.
 *
 * @param party as others see them
 * @param extension of somebody within
 * @param trunk by which somebody outside is reached
 */
public record Who(Party party, Optional<Extension> extension, Optional<String> trunk) {

    /** Somebody within. */
    public static Who at(Extension extension) {
        return new Who(new Party(extension.number(), extension.name()), Optional.of(extension), Optional.empty());
    }

    /** Somebody outside. */
    public static Who outside(Party party, String trunk) {
        return new Who(party, Optional.empty(), Optional.of(trunk));
    }

    /** Who calls: by the trunk's number, however the trunk writes it, or by the device's extension; empty for none. */
    public static Optional<Who> of(PortalId portal, IncomingCall in, Book book) {
        if (in.trunk().isEmpty()) {
            return in.account()
                    .flatMap(device -> book.extensions().ofDevice(portal, device))
                    .map(Who::at);
        }
        Party said = in.caller();
        String number = book.dialPlan().e164(portal, said.number()).orElse(said.number());
        return in.trunk().map(trunk -> outside(new Party(number, said.name()), trunk));
    }

    public Optional<PersonId> person() {
        return extension.flatMap(Extension::person);
    }

    public Optional<DepartmentId> department() {
        return extension.map(Extension::department);
    }

    /** Whether it is this extension. */
    public boolean is(String id) {
        return extension.filter(own -> own.id().equals(id)).isPresent();
    }
}
