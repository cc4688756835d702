/** What every extension of meetings does, and one of each in memory. */
@NullMarked
package org.patchbay.testing.meetings;

import org.jspecify.annotations.NullMarked;
