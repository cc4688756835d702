@NullMarked
package org.patchbay.identity.notice;

import org.jspecify.annotations.NullMarked;
