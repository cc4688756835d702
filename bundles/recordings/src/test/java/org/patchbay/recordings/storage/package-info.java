@NullMarked
package org.patchbay.recordings.storage;

import org.jspecify.annotations.NullMarked;
