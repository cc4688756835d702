@NullMarked
package org.patchbay.sip.peer;

import org.jspecify.annotations.NullMarked;
