/** Pictures of people: made small, square and free of metadata, kept once for each content. */
@NullMarked
package org.patchbay.identity.picture;

import org.jspecify.annotations.NullMarked;
