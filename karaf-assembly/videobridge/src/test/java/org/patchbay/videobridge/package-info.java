/** Jitsi Videobridges, or what stands in for them, with real media. */
@NullMarked
package org.patchbay.videobridge;

import org.jspecify.annotations.NullMarked;
