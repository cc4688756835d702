/** Events: publishing, the journal of each portal, its numbering, retention. */
@NullMarked
package org.patchbay.events;

import org.jspecify.annotations.NullMarked;
