package org.patchbay.calls.call;

import org.patchbay.api.PortalId;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Right;

/** What the person of an extension may do with a call of others by a code. May ask the database. Thread-safe. */
public interface Privileges {

    boolean may(PortalId portal, Extension by, Right right, LiveCall call);
}
