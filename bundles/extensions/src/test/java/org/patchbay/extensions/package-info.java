/** Tests of extensions. */
@NullMarked
package org.patchbay.extensions;

import org.jspecify.annotations.NullMarked;
