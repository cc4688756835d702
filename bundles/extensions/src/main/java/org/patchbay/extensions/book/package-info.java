/** What is set up, in memory. */
@NullMarked
package org.patchbay.extensions.book;

import org.jspecify.annotations.NullMarked;
