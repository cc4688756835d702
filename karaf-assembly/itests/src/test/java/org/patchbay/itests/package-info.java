/** What only the assembled distribution can show: wiring, hot deploy, the ports. Pax Exam 4 is JUnit 4; the rest is JUnit 5. */
@NullMarked
package org.patchbay.itests;

import org.jspecify.annotations.NullMarked;
