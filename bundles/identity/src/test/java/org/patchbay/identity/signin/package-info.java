@NullMarked
package org.patchbay.identity.signin;

import org.jspecify.annotations.NullMarked;
