package dev.millrace.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names runs: the UTC moment, so that they sort and can be read, and four letters that keep two of one second apart. */
final class RunId {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LETTERS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunId() {}

    static String at(Instant moment) {
        StringBuilder id = new StringBuilder(MOMENT.format(moment)).append('-');
        RANDOM.ints(LETTERS, 'a', 'z' + 1).forEach(id::appendCodePoint);
        return id.toString();
    }
}
