@NullMarked
package org.patchbay.identity.token;

import org.jspecify.annotations.NullMarked;
