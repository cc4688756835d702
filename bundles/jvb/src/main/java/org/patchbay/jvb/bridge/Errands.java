package org.patchbay.jvb.bridge;

import java.util.function.Consumer;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.spi.media.BridgeException;

/** What the legs of a conference are asked to do; one that is not there any more is lost. Thread-safe. */
final class Errands {

    private final Legs legs;
    private final Consumer<JvbConference> lost;

    Errands(Legs legs, Consumer<JvbConference> lost) {
        this.legs = legs;
        this.lost = lost;
    }

    interface Ask<T> {
        T of(JvbConference leg) throws BridgeException, ColibriException;
    }

    interface Change {
        void to(JvbConference leg) throws BridgeException, ColibriException;
    }

    interface Told {
        void to(JvbConference leg) throws ColibriException;
    }

    /** Asks one leg. */
    <T> T at(JvbConference leg, Ask<T> ask) throws BridgeException {
        leg.server().requireUp();
        try {
            return ask.of(leg);
        } catch (ColibriException e) {
            if (e.reason() == ColibriException.Reason.GONE) {
                lost.accept(leg);
            }
            throw leg.server().translated(e);
        }
    }

    /** Tells one leg. */
    JvbConference tell(JvbConference leg, Change change) throws BridgeException {
        return at(leg, one -> {
            change.to(one);
            return one;
        });
    }

    /** Tells all legs but one; what one of them does not take is no fault of who asked. */
    void others(JvbConference but, Told told) {
        for (JvbConference other : legs) {
            if (other == but || !other.server().health().isUp()) {
                continue;
            }
            try {
                told.to(other);
            } catch (ColibriException e) {
                if (e.reason() == ColibriException.Reason.GONE) {
                    lost.accept(other);
                } else {
                    other.server().translated(e);
                }
            }
        }
    }
}
