/** Meetings in scripts. */
@NullMarked
package org.patchbay.meetings.script;

import org.jspecify.annotations.NullMarked;
