package org.patchbay.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the store. */
@ObjectClassDefinition(name = "Patchbay store", description = "The database.")
public @interface StoreConfig {

    @AttributeDefinition(description = "JDBC URL of PostgreSQL or Derby; empty for embedded Derby in the data folder.")
    String url() default "";

    @AttributeDefinition(description = "Who signs in to the database.")
    String user() default "patchbay";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "With which password.")
    String password() default "";

    @AttributeDefinition(description = "The most connections at a time.")
    int poolSize() default 16;

    @AttributeDefinition(description = "How long a unit of work waits for a free connection, in seconds.")
    int connectionWaitSeconds() default 10;

    @AttributeDefinition(description = "How often a database that is down is tried again at the start, in seconds.")
    int retrySeconds() default 5;

    @AttributeDefinition(description = "The folder in which embedded Derby keeps its folder, derby.")
    String dataFolder() default "data";
}
