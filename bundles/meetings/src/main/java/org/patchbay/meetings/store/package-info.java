/** Meetings and stays in the database. */
@NullMarked
package org.patchbay.meetings.store;

import org.jspecify.annotations.NullMarked;
