package dev.millrace.settings;

import java.time.Duration;

/**
 * How a run goes about its work.
 *
 * @param parallelJobs jobs at the same time in the one session
 * @param leaseWait how long to wait for another run on the same lake
 * @param leaseExpiry how long a vanished run still holds the lake
 */
public record RunSettings(int parallelJobs, Duration leaseWait, Duration leaseExpiry) {}
