/** Meetings planned ahead: series, invitations by mail, answers, reminders and calendar feeds. */
@NullMarked
package org.patchbay.scheduling;

import org.jspecify.annotations.NullMarked;
