/** Subscriptions (RFC 6665) and texts (RFC 3428). */
@NullMarked
package org.patchbay.sip.event;

import org.jspecify.annotations.NullMarked;
