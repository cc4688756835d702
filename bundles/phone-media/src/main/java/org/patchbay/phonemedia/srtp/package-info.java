/** Keys and encryption of sound: SDES (RFC 4568), DTLS (RFC 5764) and what ICE needs of STUN (RFC 8445, RFC 8489). */
@NullMarked
package org.patchbay.phonemedia.srtp;

import org.jspecify.annotations.NullMarked;
