/** The way back in: a link by mail, and for root a link on the machine. */
@NullMarked
package org.patchbay.identity.recovery;

import org.jspecify.annotations.NullMarked;
