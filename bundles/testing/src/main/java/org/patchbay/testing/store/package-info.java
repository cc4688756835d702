/** Real databases for the tests of stores, and units of work for tests without one. */
@NullMarked
package org.patchbay.testing.store;

import org.jspecify.annotations.NullMarked;
