/** The live side of a meeting, held by the node that owns it. */
@NullMarked
package org.patchbay.meetings.room;

import org.jspecify.annotations.NullMarked;
