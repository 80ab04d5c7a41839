package dev.millrace.storage;

import java.time.Duration;

/**
 * A lease as it lies in a lake.
 *
 * @param holder who took it
 * @param silence how long ago its holder last showed a sign of life
 * @param since when its holder took it, epoch ms; the last sign of life where that cannot be read
 * @param gone whether the holder was a process on this machine that is no longer there
 */
public record LeaseState(String holder, Duration silence, long since, boolean gone) {

    /** Whether the holder has lost it. */
    public boolean isDead(Duration expiry) {
        return gone || silence.compareTo(expiry) > 0;
    }
}
