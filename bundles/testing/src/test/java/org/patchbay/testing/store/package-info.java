/** Runs the contract on the real and on the fake one. */
@NullMarked
package org.patchbay.testing.store;

import org.jspecify.annotations.NullMarked;
