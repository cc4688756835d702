@NullMarked
package org.patchbay.sip.dialog;

import org.jspecify.annotations.NullMarked;
