/** Holidays out of iCalendar files (RFC 5545). */
@NullMarked
package org.patchbay.identity.holiday;

import org.jspecify.annotations.NullMarked;
