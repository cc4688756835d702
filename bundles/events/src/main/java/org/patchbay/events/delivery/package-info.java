/** Delivery to subscribers: each by itself, each portal by itself, at least once and in order. */
@NullMarked
package org.patchbay.events.delivery;

import org.jspecify.annotations.NullMarked;
