@NullMarked
package org.patchbay.tenancy.rest;

import org.jspecify.annotations.NullMarked;
