@NullMarked
package org.patchbay.recordings;

import org.jspecify.annotations.NullMarked;
