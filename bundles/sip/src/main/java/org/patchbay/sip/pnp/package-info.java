/** Phones that look for a server in the local network, and are told where their file is (RFC 6080, by multicast). */
@NullMarked
package org.patchbay.sip.pnp;

import org.jspecify.annotations.NullMarked;
