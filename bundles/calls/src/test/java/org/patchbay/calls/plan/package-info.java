/** Tests. */
@NullMarked
package org.patchbay.calls.plan;

import org.jspecify.annotations.NullMarked;
