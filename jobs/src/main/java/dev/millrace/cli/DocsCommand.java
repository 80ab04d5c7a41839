package dev.millrace.cli;

import dev.millrace.docs.GeneratedDocs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace docs}. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description =
                "Writes the documentation that follows from the declarations: tables, entities, lineage, settings.",
        footer = {"", "Examples:", "  millrace docs", "  millrace docs --check --out jobs/docs"})
final class DocsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            defaultValue = "jobs/docs",
            paramLabel = "DIR",
            description = "Folder of the pages (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(
            names = "--check",
            description = "Write nothing; exit with 3 if a page on disk is not as it would be written.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        Map<String, String> pages = new TreeMap<>(GeneratedDocs.pages());
        return check ? compare(pages) : write(pages);
    }

    private int write(Map<String, String> pages) throws IOException {
        Files.createDirectories(folder);
        PrintWriter out = spec.commandLine().getOut();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = folder.resolve(page.getKey());
            Files.writeString(file, page.getValue());
            out.println(file);
        }
        return ExitCode.DONE;
    }

    private int compare(Map<String, String> pages) throws IOException {
        List<String> stale = pages.entrySet().stream()
                .filter(page -> !isCurrent(page.getKey(), page.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        stale.forEach(page -> spec.commandLine()
                .getErr()
                .println("error: " + folder.resolve(page)
                        + " is not what the declarations say. 'millrace docs' writes it anew."));
        return stale.isEmpty() ? ExitCode.DONE : ExitCode.DATA;
    }

    private boolean isCurrent(String page, String content) {
        try {
            Path file = folder.resolve(page);
            return Files.exists(file) && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).equals(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
