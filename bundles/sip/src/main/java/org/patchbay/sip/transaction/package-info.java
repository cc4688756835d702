/** Transactions (RFC 3261, section 17; RFC 6026), each in the one lane of its Call-ID. */
@NullMarked
package org.patchbay.sip.transaction;

import org.jspecify.annotations.NullMarked;
