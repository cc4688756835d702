/** A fake of outbound HTTP. */
@NullMarked
package org.patchbay.testing.http;

import org.jspecify.annotations.NullMarked;
