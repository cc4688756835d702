@NullMarked
package org.patchbay.identity.network;

import org.jspecify.annotations.NullMarked;
