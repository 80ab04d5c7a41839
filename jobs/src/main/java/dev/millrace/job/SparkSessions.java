package dev.millrace.job;

import dev.millrace.storage.LinkingLocalLogStore;
import dev.millrace.storage.ZstandardCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;

/** The one session of an application, with the settings that Millrace's rules rest on. */
public final class SparkSessions {

    private SparkSessions() {}

    /** Settings that results depend on; they override whatever the cluster says. */
    public static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
        rules.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        rules.put("spark.delta.logStore.file.impl", LinkingLocalLogStore.class.getName());
        rules.put("spark.sql.session.timeZone", "UTC");
        rules.put("spark.sql.ansi.enabled", "true");
        // What the old parser would have read is no value, rather than the end of the run.
        rules.put("spark.sql.legacy.timeParserPolicy", "CORRECTED");
        rules.put("spark.scheduler.mode", "FAIR");
        rules.put("spark.hadoop.io.compression.codecs", ZstandardCodec.class.getName());
        return rules;
    }

    /** Settings that our plans run faster with; a cluster's own go before them. */
    private static Map<String, String> habits() {
        Map<String, String> habits = new LinkedHashMap<>();
        // Nearly every row is the only one of its key: to look for the first of each before the shuffle sorts for
        // nothing.
        habits.put("spark.sql.optimizer.windowGroupLimitThreshold", "-1");
        return habits;
    }

    /** Settings that suit one machine; given only where no master is. */
    private static Map<String, String> local() {
        Map<String, String> local = new LinkedHashMap<>();
        int cores = Runtime.getRuntime().availableProcessors();
        local.put("spark.master", "local[*]");
        local.put("spark.driver.host", "127.0.0.1");
        local.put("spark.driver.bindAddress", "127.0.0.1");
        local.put("spark.ui.showConsoleProgress", "false");
        local.put("spark.sql.shuffle.partitions", String.valueOf(2 * cores));
        local.put("spark.databricks.delta.snapshotPartitions", "2");
        return local;
    }

    /** Starts the session, or takes the one that there is. */
    public static SparkSession open(String appName) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SparkSession.Builder builder = SparkSession.builder().appName(appName);
        local().forEach((key, value) -> {
            if (System.getProperty("spark.master") == null && System.getProperty(key) == null) {
                builder.config(key, value);
            }
        });
        habits().forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                builder.config(key, value);
            }
        });
        rules().forEach(builder::config);
        return builder.getOrCreate();
    }

    /** Stops the session, if one was started. */
    public static void close() {
        if (SparkSession.getDefaultSession().isDefined()) {
            SparkSession.getDefaultSession().get().stop();
        }
    }
}
