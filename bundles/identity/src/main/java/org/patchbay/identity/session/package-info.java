/** Sessions: begun by a password, a one-time link or a guest's code, ended by time or by somebody. */
@NullMarked
package org.patchbay.identity.session;

import org.jspecify.annotations.NullMarked;
