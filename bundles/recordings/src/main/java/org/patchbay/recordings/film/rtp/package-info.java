/** Puts frames together again from RTP packets (RFC 3550), codec by codec. */
@NullMarked
package org.patchbay.recordings.film.rtp;

import org.jspecify.annotations.NullMarked;
