/** Where the files of recordings are kept. */
@NullMarked
package org.patchbay.recordings.storage;

import org.jspecify.annotations.NullMarked;
