/** Tests. */
@NullMarked
package org.patchbay.click2meet;

import org.jspecify.annotations.NullMarked;
