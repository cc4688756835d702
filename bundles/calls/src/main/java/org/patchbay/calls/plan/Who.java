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
 * @param party who it is
 * @param extension of somebody within
 * @param trunk by which somebody outside is reached
 * @param seen as others in the call see them: somebody within at a number of their own outside is who was called
 */
public record Who(Party party, Optional<Extension> extension, Optional<String> trunk, Party seen) {

    private static final int LONGEST_NAME = 128;

    /** Somebody within. */
    public static Who at(Extension extension) {
        var party = new Party(extension.number(), extension.name());
        return new Who(party, Optional.of(extension), Optional.empty(), party);
    }

    /** Somebody outside. */
    public static Who outside(Party party, String trunk) {
        return outside(party, trunk, Optional.empty());
    }

    /** A number outside at which somebody else is looked for. */
    public static Who outside(Party party, String trunk, Optional<Party> instead) {
        return new Who(party, Optional.empty(), Optional.of(trunk), instead.orElse(party));
    }

    /** The same under this name, as far as a phone shows it. */
    public Who named(String name) {
        String fits = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        var known = new Party(party.number(), fits);
        return new Who(known, extension, trunk, known);
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
