package dev.millrace.settings;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;

/**
 * How a run goes about its work.
 *
 * @param parallelJobs jobs at the same time in the one session
 * @param leaseWait how long to wait for another run on the same lake
 * @param leaseExpiry how long a vanished run still holds the lake
 */
public record RunSettings(int parallelJobs, Duration leaseWait, Duration leaseExpiry) {

    /** What applies where nothing is configured. */
    public static RunSettings defaults() {
        return new SettingsReader(ConfigFactory.parseResources("reference.conf").resolve()).run();
    }
}
