@NullMarked
package org.patchbay.recordings.film;

import org.jspecify.annotations.NullMarked;
