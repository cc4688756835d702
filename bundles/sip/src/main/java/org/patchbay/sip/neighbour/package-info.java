/** What signalling asks other slices. */
@NullMarked
package org.patchbay.sip.neighbour;

import org.jspecify.annotations.NullMarked;
