@NullMarked
package org.patchbay.identity.rest;

import org.jspecify.annotations.NullMarked;
