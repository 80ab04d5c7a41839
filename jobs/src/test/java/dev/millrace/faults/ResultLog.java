package dev.millrace.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Prints each result as it comes, and keeps it as a line of JSON. */
public final class ResultLog implements Consumer<FaultResult> {

    private final Path file;
    private final List<FaultResult> results = new ArrayList<>();

    private ResultLog(Path file) {
        this.file = file;
    }

    /** An empty one. */
    public static ResultLog empty(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        return new ResultLog(file);
    }

    /** One that begins with the results of earlier suites. */
    public static ResultLog continued(Path file) throws IOException {
        ResultLog log = new ResultLog(file);
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> log.results.add(FaultResult.parse(line)));
        }
        return log;
    }

    @Override
    public void accept(FaultResult result) {
        results.add(result);
        System.out.printf(
                "%4d  %-28s %-44s %-12s lost %d, doubled %d, rerun %.1f s  %s%n",
                results.size(),
                result.kind(),
                result.name(),
                result.outcome(),
                result.lost(),
                result.doubled(),
                result.seconds(),
                result.note());
        try {
            Files.writeString(
                    file,
                    result.toJson() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<FaultResult> results() {
        return List.copyOf(results);
    }
}
