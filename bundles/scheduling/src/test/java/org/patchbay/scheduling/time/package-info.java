@NullMarked
package org.patchbay.scheduling.time;

import org.jspecify.annotations.NullMarked;
