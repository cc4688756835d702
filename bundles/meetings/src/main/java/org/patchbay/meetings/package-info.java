/** Meetings: starting them, who is in, and the signalling between browsers and the media bridge. */
@NullMarked
package org.patchbay.meetings;

import org.jspecify.annotations.NullMarked;
