/** Invitations: what mails and calendars say, and what comes back. */
@NullMarked
package org.patchbay.scheduling.invitation;

import org.jspecify.annotations.NullMarked;
