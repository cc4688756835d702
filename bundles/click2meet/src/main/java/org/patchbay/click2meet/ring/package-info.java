/** Who rings whom now, over all nodes. */
@NullMarked
package org.patchbay.click2meet.ring;

import org.jspecify.annotations.NullMarked;
