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

    public ResultLog(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
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
