/** Session descriptions of sound (RFC 8866) and what two sides agree on (RFC 3264). */
@NullMarked
package org.patchbay.phonemedia.sdp;

import org.jspecify.annotations.NullMarked;
