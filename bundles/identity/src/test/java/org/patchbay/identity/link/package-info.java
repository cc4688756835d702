@NullMarked
package org.patchbay.identity.link;

import org.jspecify.annotations.NullMarked;
