/** What every request passes first: its portal, its client, its bounds and the headers of its answer. */
@NullMarked
package org.patchbay.web.entry;

import org.jspecify.annotations.NullMarked;
