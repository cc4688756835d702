/** Tests of extensions. */
@NullMarked
package org.patchbay.extensions.number;

import org.jspecify.annotations.NullMarked;
