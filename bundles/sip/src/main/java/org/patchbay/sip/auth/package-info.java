/** Who speaks: digest (RFC 7616, RFC 8760), and what keeps guessers out. */
@NullMarked
package org.patchbay.sip.auth;

import org.jspecify.annotations.NullMarked;
