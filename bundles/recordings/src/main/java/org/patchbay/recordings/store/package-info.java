/** What is kept of recordings: who recorded what, its files, and the ledger. */
@NullMarked
package org.patchbay.recordings.store;

import org.jspecify.annotations.NullMarked;
