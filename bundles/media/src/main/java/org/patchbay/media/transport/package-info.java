/** From a UDP port to authenticated RTP: ICE (RFC 8445), DTLS-SRTP (RFC 5763, RFC 5764), SRTP (RFC 3711, RFC 7714). */
@NullMarked
package org.patchbay.media.transport;

import org.jspecify.annotations.NullMarked;
