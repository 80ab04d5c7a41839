package dev.millrace.storage;

import java.time.Duration;
import java.util.Optional;

/**
 * A lease as it lies in a lake.
 *
 * @param holder who took it
 * @param readable whether that could be read
 * @param silence how long ago its holder last showed a sign of life
 * @param since when its holder took it, epoch ms; the last sign of life where that cannot be read
 * @param gone whether the holder was a process on this machine that is no longer there
 */
public record LeaseState(String holder, boolean readable, Duration silence, long since, boolean gone) {

    /** Leases are made whole, so that one that cannot be read is none; unless it is being written by other means just now. */
    private static final Duration BEING_WRITTEN = Duration.ofSeconds(10);

    static LeaseState of(Optional<LeaseHolder> holder, long lastSign, long now) {
        return new LeaseState(
                holder.map(LeaseHolder::toString).orElse("a run whose name cannot be read"),
                holder.isPresent(),
                Duration.ofMillis(Math.max(0, now - lastSign)),
                holder.map(LeaseHolder::sinceMillis).orElse(lastSign),
                holder.map(LeaseHolder::isGone).orElse(false));
    }

    /** Whether the holder has lost it. */
    public boolean isDead(Duration expiry) {
        boolean torn = !readable && silence.compareTo(BEING_WRITTEN) > 0;
        return gone || torn || silence.compareTo(expiry) > 0;
    }
}
