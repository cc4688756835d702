@NullMarked
package org.patchbay.sip;

import org.jspecify.annotations.NullMarked;
