@NullMarked
package org.patchbay.events.rest;

import org.jspecify.annotations.NullMarked;
