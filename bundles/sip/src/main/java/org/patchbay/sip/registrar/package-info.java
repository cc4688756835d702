/** Where accounts can be reached (RFC 3261, section 10; RFC 5626). */
@NullMarked
package org.patchbay.sip.registrar;

import org.jspecify.annotations.NullMarked;
