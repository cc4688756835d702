@NullMarked
package org.patchbay.sip.registrar;

import org.jspecify.annotations.NullMarked;
