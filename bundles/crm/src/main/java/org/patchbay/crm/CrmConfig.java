package org.patchbay.crm;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the CRM slice. */
@ObjectClassDefinition(name = "Patchbay CRM")
public @interface CrmConfig {

    @AttributeDefinition(description = "How long a CRM may take to answer, in seconds.")
    int answerSeconds() default 10;

    @AttributeDefinition(description = "How many calls to CRMs a portal may have under way at once.")
    int callsPerPortal() default 8;

    @AttributeDefinition(description = "How many calls to CRMs the server may have under way at once.")
    int callsAtOnce() default 32;
}
