/** Calls that go on: one object each, whose tasks run one after the other. */
@NullMarked
package org.patchbay.calls.call;

import org.jspecify.annotations.NullMarked;
