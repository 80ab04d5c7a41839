package dev.millrace.testing;

import dev.millrace.job.SparkSessions;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one session of this JVM to tests; made at the first use, ended with the JVM. */
public final class SparkExtension implements ParameterResolver, AfterAllCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return session();
    }

    /** Forgets the lakes of a class that is over, or a hundred classes together fill the memory. */
    @Override
    public void afterAll(ExtensionContext context) {
        DeltaLog.clearCache();
        session().catalog().clearCache();
    }

    /** The shared session. */
    public static SparkSession session() {
        return Holder.SESSION;
    }

    private static final class Holder {

        private static final SparkSession SESSION = start();

        private static SparkSession start() {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            SparkSession.Builder builder = SparkSession.builder()
                    .appName("millrace tests")
                    .master("local[2]")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.ui.enabled", "false")
                    // What is kept for a page that nobody opens.
                    .config("spark.ui.retainedJobs", "1")
                    .config("spark.ui.retainedStages", "1")
                    .config("spark.ui.retainedTasks", "1")
                    .config("spark.sql.ui.retainedExecutions", "1")
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.databricks.delta.snapshotPartitions", "2")
                    // A few rows a query: compiling it takes far longer than interpreting it.
                    .config("spark.sql.codegen.wholeStage", "false")
                    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN");
            SparkSessions.rules().forEach(builder::config);
            return builder.getOrCreate();
        }
    }
}
