/** Passwords: what is accepted, how they are hashed, and how guessing is slowed down. */
@NullMarked
package org.patchbay.identity.password;

import org.jspecify.annotations.NullMarked;
