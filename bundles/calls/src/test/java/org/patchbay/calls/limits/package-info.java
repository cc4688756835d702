/** Tests of limits for calls outside. */
@NullMarked
package org.patchbay.calls.limits;

import org.jspecify.annotations.NullMarked;
