/** How messages come and go: UDP, TCP, TLS and WebSocket (RFC 3261, section 18; RFC 7118). */
@NullMarked
package org.patchbay.sip.transport;

import org.jspecify.annotations.NullMarked;
