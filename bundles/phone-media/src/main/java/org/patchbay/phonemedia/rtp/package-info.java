/** RTP and RTCP packets in place, and what is known of a stream (RFC 3550). */
@NullMarked
package org.patchbay.phonemedia.rtp;

import org.jspecify.annotations.NullMarked;
