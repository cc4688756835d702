@NullMarked
package org.patchbay.identity.holiday;

import org.jspecify.annotations.NullMarked;
