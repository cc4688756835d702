package org.patchbay.audit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the audit. */
@ObjectClassDefinition(name = "Patchbay audit")
public @interface AuditConfig {

    @AttributeDefinition(
            description = "The data folder; verifications are asked for by a file in its folder audit, which only the"
                    + " owner of the server's process may write to.")
    String dataFolder() default "data";
}
