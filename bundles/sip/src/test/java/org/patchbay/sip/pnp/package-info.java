/** Tests of plug and play. */
@NullMarked
package org.patchbay.sip.pnp;

import org.jspecify.annotations.NullMarked;
