/** Fakes of what the web front leans on. */
@NullMarked
package org.patchbay.web.fake;

import org.jspecify.annotations.NullMarked;
