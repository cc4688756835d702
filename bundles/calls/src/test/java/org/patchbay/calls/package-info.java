/** Tests. */
@NullMarked
package org.patchbay.calls;

import org.jspecify.annotations.NullMarked;
