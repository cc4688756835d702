/** Recordings of meetings: what was said and shown, who agreed to it and who watched it. */
@NullMarked
package org.patchbay.recordings;

import org.jspecify.annotations.NullMarked;
