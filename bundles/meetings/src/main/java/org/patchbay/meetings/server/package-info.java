/** The media servers: which one a meeting goes to, those that are emptied, those that are down. */
@NullMarked
package org.patchbay.meetings.server;

import org.jspecify.annotations.NullMarked;
