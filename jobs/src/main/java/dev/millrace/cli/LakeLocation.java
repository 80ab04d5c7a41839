package dev.millrace.cli;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.Secrets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the lake is, as far as the command line and the environment say. */
final class LakeLocation {

    private static final String VARIABLE = "MILLRACE_LAKE";

    @Option(
            names = "--lake",
            paramLabel = "URI",
            description =
                    "Folder or URI of the lake. Otherwise the environment's MILLRACE_LAKE, the configuration's 'lake',"
                            + " or the folder 'lake', in this order.")
    private String option;

    /** What the command line says, or else the environment. */
    Optional<String> given() {
        return Optional.ofNullable(option)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)).filter(value -> !value.isBlank()))
                .map(LakeLocation::harmless);
    }

    /** A URI that can be printed. */
    static String harmless(String uri) {
        if (Secrets.isIn(uri)) {
            throw new ConfigurationException(
                    "The URI of the lake carries a password, which would be printed and logged. Take"
                            + " it out, and put it into a Hadoop credential provider.");
        }
        return uri;
    }
}
