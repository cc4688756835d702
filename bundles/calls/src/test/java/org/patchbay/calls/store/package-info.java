/** Tests. */
@NullMarked
package org.patchbay.calls.store;

import org.jspecify.annotations.NullMarked;
