/** Tests of extensions. */
@NullMarked
package org.patchbay.extensions.file;

import org.jspecify.annotations.NullMarked;
