/** Limits for calls outside, against fraud: counting, alarms, and lifting one for a day. */
@NullMarked
package org.patchbay.calls.limits;

import org.jspecify.annotations.NullMarked;
