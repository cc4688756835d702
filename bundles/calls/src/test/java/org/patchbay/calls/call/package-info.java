/** Tests. */
@NullMarked
package org.patchbay.calls.call;

import org.jspecify.annotations.NullMarked;
