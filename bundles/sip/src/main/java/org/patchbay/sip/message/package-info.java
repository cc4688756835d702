/** SIP messages: what is read and written (RFC 3261, sections 7 and 25). */
@NullMarked
package org.patchbay.sip.message;

import org.jspecify.annotations.NullMarked;
