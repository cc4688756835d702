/** A Jitsi Videobridge as a bridge of conferences. */
@NullMarked
package org.patchbay.jvb.bridge;

import org.jspecify.annotations.NullMarked;
