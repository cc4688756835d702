@NullMarked
package org.patchbay.scheduling.planning;

import org.jspecify.annotations.NullMarked;
