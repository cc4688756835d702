@NullMarked
package org.patchbay.identity.passkey;

import org.jspecify.annotations.NullMarked;
