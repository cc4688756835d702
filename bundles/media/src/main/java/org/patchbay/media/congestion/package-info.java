/**
 * How much a receiver's connection carries, seen from the sending side by transport-wide feedback
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01) with the controllers of draft-ietf-rmcat-gcc-02.
 */
@NullMarked
package org.patchbay.media.congestion;

import org.jspecify.annotations.NullMarked;
