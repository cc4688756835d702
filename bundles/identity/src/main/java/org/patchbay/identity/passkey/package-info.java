/** Passkeys (WebAuthn), as a second and as a sole factor. */
@NullMarked
package org.patchbay.identity.passkey;

import org.jspecify.annotations.NullMarked;
