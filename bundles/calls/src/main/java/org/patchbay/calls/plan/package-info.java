/** The order of a call's decisions, by which calls are put through and foreseen. */
@NullMarked
package org.patchbay.calls.plan;

import org.jspecify.annotations.NullMarked;
