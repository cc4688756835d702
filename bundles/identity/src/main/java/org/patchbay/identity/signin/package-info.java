/** Signing in, step by step: password, second factor, new password. */
@NullMarked
package org.patchbay.identity.signin;

import org.jspecify.annotations.NullMarked;
