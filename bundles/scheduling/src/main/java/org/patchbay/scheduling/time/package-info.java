/** When planned meetings take place: local times of a zone, repeated by rules. */
@NullMarked
package org.patchbay.scheduling.time;

import org.jspecify.annotations.NullMarked;
