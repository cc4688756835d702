@NullMarked
package org.patchbay.contacts;

import org.jspecify.annotations.NullMarked;
