/** Second factors: codes of an authenticator app (RFC 6238) and recovery codes. */
@NullMarked
package org.patchbay.identity.factor;

import org.jspecify.annotations.NullMarked;
