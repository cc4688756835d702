package org.patchbay.spi.calls;

import java.util.Optional;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.Forwards;

/** What a call is wanted for when an application is asked whether it takes it. Immutable. */
public sealed interface Wanted {

    /**
     * A code that was dialled at a phone of the portal.
     *
     * @param argument the digits after it; empty when there are none
     */
    record Code(Extension by, FeatureCode code, String argument) implements Wanted {}

    /**
     * An extension whose person has an assistant switched on, and that did not take the call.
     *
     * @param why what became of the call there
     */
    record Assistant(Extension of, Forwards.Case why) implements Wanted {}

    /**
     * A destination that the call came to.
     *
     * @param why what became of the call at the extension before; empty when it was sent here from the beginning
     */
    record Place(Destination destination, Optional<Forwards.Case> why) implements Wanted {}
}
