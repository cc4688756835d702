/** Importing people from CSV files: reading, judging, correcting and saving rows; and writing people as CSV. */
@NullMarked
package org.patchbay.identity.imports;

import org.jspecify.annotations.NullMarked;
