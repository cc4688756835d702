@NullMarked
package org.patchbay.identity.password;

import org.jspecify.annotations.NullMarked;
