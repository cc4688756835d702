@NullMarked
package org.patchbay.identity.people;

import org.jspecify.annotations.NullMarked;
