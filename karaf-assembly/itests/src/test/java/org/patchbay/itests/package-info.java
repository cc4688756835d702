/** What only a container can show: wiring, hot deploy, class loading. Pax Exam 4 is JUnit 4. */
@NullMarked
package org.patchbay.itests;

import org.jspecify.annotations.NullMarked;
