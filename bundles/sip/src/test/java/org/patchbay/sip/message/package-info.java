@NullMarked
package org.patchbay.sip.message;

import org.jspecify.annotations.NullMarked;
