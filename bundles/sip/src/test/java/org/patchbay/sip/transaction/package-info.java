@NullMarked
package org.patchbay.sip.transaction;

import org.jspecify.annotations.NullMarked;
