@NullMarked
package org.patchbay.sip.auth;

import org.jspecify.annotations.NullMarked;
