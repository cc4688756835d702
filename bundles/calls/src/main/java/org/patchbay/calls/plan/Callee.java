package org.patchbay.calls.plan;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.Party;

/** Somebody who is to ring. */
public sealed interface Callee {

    /** All phones of an extension. */
    record Phones(Extension extension) implements Callee {}

    /**
     * A number outside, by the first way that is open.
     *
     * @param instead who is looked for there, whose own number it is
     */
    record Outside(String number, List<Way> ways, Optional<Party> instead) implements Callee {
        public Outside {
            ways = List.copyOf(ways);
        }
    }

    /**
     * One way to a number outside.
     *
     * @param dialled as the trunk wants it
     * @param shown the number that is shown there, or else the account at the carrier
     */
    record Way(String trunk, String dialled, String shown) {}

    /** What it is called by. */
    default String label() {
        return this instanceof Phones phones ? phones.extension().number() : ((Outside) this).number();
    }
}
