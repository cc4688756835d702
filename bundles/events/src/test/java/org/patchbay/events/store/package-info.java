@NullMarked
package org.patchbay.events.store;

import org.jspecify.annotations.NullMarked;
