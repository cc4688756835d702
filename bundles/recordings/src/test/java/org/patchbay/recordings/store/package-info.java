@NullMarked
package org.patchbay.recordings.store;

import org.jspecify.annotations.NullMarked;
