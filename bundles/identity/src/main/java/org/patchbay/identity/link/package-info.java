/** One-time links: the welcome of a person, and of root on the first start. */
@NullMarked
package org.patchbay.identity.link;

import org.jspecify.annotations.NullMarked;
