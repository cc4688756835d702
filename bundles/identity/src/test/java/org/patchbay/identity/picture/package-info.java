@NullMarked
package org.patchbay.identity.picture;

import org.jspecify.annotations.NullMarked;
