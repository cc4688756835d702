@NullMarked
package org.patchbay.events.types;

import org.jspecify.annotations.NullMarked;
