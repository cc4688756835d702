@NullMarked
package org.patchbay.jvb.rest;

import org.jspecify.annotations.NullMarked;
