/** Tokens with which programs act for a person. */
@NullMarked
package org.patchbay.identity.token;

import org.jspecify.annotations.NullMarked;
