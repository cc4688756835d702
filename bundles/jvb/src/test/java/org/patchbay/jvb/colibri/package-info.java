@NullMarked
package org.patchbay.jvb.colibri;

import org.jspecify.annotations.NullMarked;
