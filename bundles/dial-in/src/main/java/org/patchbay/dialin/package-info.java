/** Meetings by telephone: asks callers for a meeting's number and PIN, and is with them in the room. */
@NullMarked
package org.patchbay.dialin;

import org.jspecify.annotations.NullMarked;
