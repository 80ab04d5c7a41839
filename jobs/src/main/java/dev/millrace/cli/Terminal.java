package dev.millrace.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal that a person looks at, if there is one. */
final class Terminal {

    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 40;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

    private Terminal() {}

    /** Whether a line on it can be drawn anew. */
    static boolean isInteractive() {
        return isThere()
                && !Optional.ofNullable(System.getenv("TERM")).orElse("dumb").equals("dumb");
    }

    /** Java 17, which the build requires, has a console where input and output are a terminal, and only there. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isThere() {
        return System.console() != null;
    }

    /** How many characters a line may have: those of the terminal, or without bounds in a file or pipe. */
    static int width() {
        return isThere() ? Math.max(NARROWEST, columns()) : Integer.MAX_VALUE;
    }

    /** Java does not know the size of a terminal; stty does. */
    private static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(1, TimeUnit.SECONDS);
            Matcher size = SIZE.matcher(answer);
            int columns = size.matches() ? Integer.parseInt(size.group(1)) : 0;
            return columns > 0 ? columns : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
