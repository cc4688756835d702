package org.patchbay.sip.auth;

import org.patchbay.api.PortalId;
import org.patchbay.spi.signalling.SipAccount;
import org.patchbay.spi.signalling.SipTrunk;

/** Who speaks, proven. */
public sealed interface Identity {

    /** Where. */
    PortalId portal();

    /** A device with the password of its account. */
    record Device(SipAccount account) implements Identity {
        @Override
        public PortalId portal() {
            return account.portal();
        }
    }

    /** A line, by the address it comes from. */
    record Trunk(SipTrunk trunk) implements Identity {
        @Override
        public PortalId portal() {
            return trunk.portal();
        }
    }
}
