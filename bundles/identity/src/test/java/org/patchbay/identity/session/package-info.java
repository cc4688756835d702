@NullMarked
package org.patchbay.identity.session;

import org.jspecify.annotations.NullMarked;
