/** Calls in scripts. */
@NullMarked
package org.patchbay.calls.script;

import org.jspecify.annotations.NullMarked;
