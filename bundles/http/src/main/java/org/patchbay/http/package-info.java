/** Outbound HTTP and its address rules. */
@NullMarked
package org.patchbay.http;

import org.jspecify.annotations.NullMarked;
