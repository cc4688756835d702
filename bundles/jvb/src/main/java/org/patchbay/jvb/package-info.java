/** Jitsi Videobridge as a media server: which ones there are, and a bridge for each. */
@NullMarked
package org.patchbay.jvb;

import org.jspecify.annotations.NullMarked;
