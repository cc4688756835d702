/** The live channel: many channels over one WebSocket. */
@NullMarked
package org.patchbay.web.live;

import org.jspecify.annotations.NullMarked;
