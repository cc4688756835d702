/** Tests of extensions. */
@NullMarked
package org.patchbay.extensions.store;

import org.jspecify.annotations.NullMarked;
