/** RTP packets, parsed and written in place (RFC 3550, RFC 4588, RFC 7741, RFC 8285). */
@NullMarked
package org.patchbay.media.rtp;

import org.jspecify.annotations.NullMarked;
