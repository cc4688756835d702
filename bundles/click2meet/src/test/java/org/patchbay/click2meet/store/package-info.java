/** Tests. */
@NullMarked
package org.patchbay.click2meet.store;

import org.jspecify.annotations.NullMarked;
