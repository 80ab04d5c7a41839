package dev.millrace.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Knows what is likely to be a secret, so that it is neither taken as a setting nor printed. */
public final class Secrets {

    private static final Pattern NAME = Pattern.compile("password|passwd|pwd|secret|token|credential|access-?key");
    private static final Pattern IN_URI = Pattern.compile("//[^/@\\s]*:[^/@\\s]*@");

    private Secrets() {}

    /** Whether the last segment of a setting's path says that it is one. */
    static boolean isNamed(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return NAME.matcher(last.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a line of a configuration speaks of one. */
    static boolean isToldOf(String line) {
        return NAME.matcher(line.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a URI carries a password. */
    public static boolean isIn(String uri) {
        return IN_URI.matcher(uri).find();
    }

    /** Where a secret belongs. */
    static String instead() {
        return "Settings are read and printed by many. Put the secret into an environment variable and name that"
                + " (sources.NAME.jdbc.password-variable), or into a Hadoop credential provider.";
    }
}
