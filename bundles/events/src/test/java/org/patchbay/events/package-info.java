@NullMarked
package org.patchbay.events;

import org.jspecify.annotations.NullMarked;
