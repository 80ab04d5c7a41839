package dev.millrace.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests that need the public data sets; without them they say so and are left out. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = "MILLRACE_DATASETS",
        matches = ".+",
        disabledReason = "SKIPPED ON REAL DATA: set MILLRACE_DATASETS to the folder that holds the public data sets")
public @interface OnPublicDatasets {}
