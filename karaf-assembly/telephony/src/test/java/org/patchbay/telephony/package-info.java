/** Signalling, sound and call control together, with real phones. */
@NullMarked
package org.patchbay.telephony;

import org.jspecify.annotations.NullMarked;
