/** What Jitsi Videobridge is told and says: Colibri2 over REST and the messages of its WebSocket. */
@NullMarked
package org.patchbay.jvb.colibri;

import org.jspecify.annotations.NullMarked;
