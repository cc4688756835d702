/** The embedded bridge: carries media between browsers with nothing else to install. */
@NullMarked
package org.patchbay.media;

import org.jspecify.annotations.NullMarked;
