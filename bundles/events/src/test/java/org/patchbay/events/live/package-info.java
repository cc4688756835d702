@NullMarked
package org.patchbay.events.live;

import org.jspecify.annotations.NullMarked;
