/** Events in memory, and what every journal and delivery of events promises. */
@NullMarked
package org.patchbay.testing.events;

import org.jspecify.annotations.NullMarked;
