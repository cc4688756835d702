/** Lines to the telephone network. */
@NullMarked
package org.patchbay.sip.trunk;

import org.jspecify.annotations.NullMarked;
