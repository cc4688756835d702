/** Call control: where calls go, who talks with whom, and what became of it. */
@NullMarked
package org.patchbay.calls;

import org.jspecify.annotations.NullMarked;
