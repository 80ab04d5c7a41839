package dev.millrace.testing;

import dev.millrace.job.SparkSessions;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one session of this JVM to tests; made at the first use, ended with the JVM. */
public final class SparkExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return session();
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
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.databricks.delta.snapshotPartitions", "2");
            SparkSessions.rules().forEach(builder::config);
            return builder.getOrCreate();
        }
    }
}
