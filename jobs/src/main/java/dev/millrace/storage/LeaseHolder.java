package dev.millrace.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;

/**
 * Who holds a lake.
 *
 * @param run the run
 * @param host the machine that it runs on
 * @param pid its process there
 * @param since when it took the lease, ISO
 */
record LeaseHolder(String run, String host, long pid, String since) {

    /** This process, from now on. */
    static LeaseHolder self(String run) {
        return new LeaseHolder(
                run, hostName(), ProcessHandle.current().pid(), Instant.now().toString());
    }

    /** Whether all that has to be known of a holder is. */
    boolean isComplete() {
        return host != null && since != null;
    }

    long sinceMillis() {
        return Instant.parse(since).toEpochMilli();
    }

    /** Whether it was a process of this machine that is no longer there. */
    boolean isGone() {
        return host.equals(hostName()) && ProcessHandle.of(pid).isEmpty();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return "run " + run + " (process " + pid + " on " + host + ", since " + since + ")";
    }
}
