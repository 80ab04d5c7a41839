package dev.millrace.cli;

import picocli.CommandLine.Option;

/** The option to answer in JSON. */
final class JsonOption {

    @Option(names = "--json", description = "Print one JSON document to standard output, and nothing else there.")
    private boolean wanted;

    boolean isWanted() {
        return wanted;
    }
}
