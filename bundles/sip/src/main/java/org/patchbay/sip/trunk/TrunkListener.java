package org.patchbay.sip.trunk;

import org.patchbay.api.signalling.TrunkState;
import org.patchbay.spi.signalling.SipTrunk;

/** Hears how trunks are doing. Must return at once. */
public interface TrunkListener {

    /** It is another one now. */
    void changed(SipTrunk trunk, TrunkState state);
}
