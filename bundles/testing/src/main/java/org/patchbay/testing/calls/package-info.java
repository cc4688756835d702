/** Fakes of what applications for calls use. */
@NullMarked
package org.patchbay.testing.calls;

import org.jspecify.annotations.NullMarked;
