/** Pressed keys as telephone events (RFC 4733). */
@NullMarked
package org.patchbay.phonemedia.dtmf;

import org.jspecify.annotations.NullMarked;
