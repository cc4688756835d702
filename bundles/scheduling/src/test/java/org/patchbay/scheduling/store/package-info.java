@NullMarked
package org.patchbay.scheduling.store;

import org.jspecify.annotations.NullMarked;
