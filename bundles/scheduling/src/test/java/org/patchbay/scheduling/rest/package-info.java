@NullMarked
package org.patchbay.scheduling.rest;

import org.jspecify.annotations.NullMarked;
