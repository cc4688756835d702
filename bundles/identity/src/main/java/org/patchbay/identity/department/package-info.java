/** Departments and their office hours. */
@NullMarked
package org.patchbay.identity.department;

import org.jspecify.annotations.NullMarked;
