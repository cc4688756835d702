/** Tests. */
@NullMarked
package org.patchbay.calls.watch;

import org.jspecify.annotations.NullMarked;
