@NullMarked
package org.patchbay.sip.transport;

import org.jspecify.annotations.NullMarked;
