package org.patchbay.scripting;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of scripting. */
@ObjectClassDefinition(name = "Patchbay scripting")
public @interface ScriptingConfig {

    @AttributeDefinition(
            description = "Class path of the worker; the jars in lib/script-worker of the server when empty")
    String workerClassPath() default "";

    @AttributeDefinition(description = "Heap of the worker JVM in MiB, shared by all scripts")
    int workerHeapMiB() default 192;

    @AttributeDefinition(description = "Seconds without an answer after which the worker is killed and started again")
    int workerPatienceSeconds() default 10;

    @AttributeDefinition(description = "Milliseconds of CPU time that one event, timer or reply may take")
    int runCpuMillis() default 1000;

    @AttributeDefinition(description = "MiB that one event, timer or reply may allocate")
    int runAllocationMiB() default 64;

    @AttributeDefinition(description = "Statements that one event, timer or reply may execute")
    long runStatements() default 50_000_000;

    @AttributeDefinition(description = "Milliseconds of CPU time that a script may use in a minute")
    int minuteCpuMillis() default 20_000;

    @AttributeDefinition(description = "MiB that a script may allocate in a minute")
    int minuteAllocationMiB() default 16_384;

    @AttributeDefinition(description = "Lines that a script may log in a minute")
    int minuteLogLines() default 600;

    @AttributeDefinition(description = "Outbound requests that a script may send in a minute")
    int minuteRequests() default 120;

    @AttributeDefinition(description = "Calls of a script that may be under way at once")
    int calls() default 100;

    @AttributeDefinition(description = "Timers of a script that may wait at once")
    int timers() default 100;

    @AttributeDefinition(description = "Seconds after which an event whose handlers still wait counts as handled")
    int handlerSeconds() default 120;

    @AttributeDefinition(description = "Scripts of a portal")
    int scriptsPerPortal() default 200;
}
