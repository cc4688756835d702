/** Asks whichever CRMs a portal has connected, all at once and none for ever. */
@NullMarked
package org.patchbay.crm;

import org.jspecify.annotations.NullMarked;
