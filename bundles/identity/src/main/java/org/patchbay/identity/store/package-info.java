/** The tables of people, sessions and one-time links. */
@NullMarked
package org.patchbay.identity.store;

import org.jspecify.annotations.NullMarked;
