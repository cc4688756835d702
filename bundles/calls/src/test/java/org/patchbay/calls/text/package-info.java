/** Tests. */
@NullMarked
package org.patchbay.calls.text;

import org.jspecify.annotations.NullMarked;
