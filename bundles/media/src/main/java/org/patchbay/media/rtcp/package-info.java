/** RTCP packets and the bookkeeping behind them (RFC 3550, RFC 4585, RFC 5104, transport-wide congestion control). */
@NullMarked
package org.patchbay.media.rtcp;

import org.jspecify.annotations.NullMarked;
