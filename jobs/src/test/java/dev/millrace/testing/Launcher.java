package dev.millrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code scripts/millrace} as a user calls it, in a process of its own. */
public final class Launcher {

    private final Optional<String> sparkHome;
    private final Optional<String> moreClassPath;

    private Launcher(Optional<String> sparkHome, Optional<String> moreClassPath) {
        this.sparkHome = sparkHome;
        this.moreClassPath = moreClassPath;
    }

    /** On the class path that the script assembles itself. */
    public static Launcher plain() {
        return new Launcher(Optional.empty(), Optional.empty());
    }

    /** The same with more on its class path. */
    public static Launcher with(String moreClassPath) {
        return new Launcher(Optional.empty(), Optional.of(moreClassPath));
    }

    /** Through the {@code spark-submit} of a Spark. */
    public static Launcher submitting(String sparkHome) {
        return new Launcher(Optional.of(sparkHome), Optional.empty());
    }

    /**
     * How a call ended.
     *
     * @param exit its exit code
     * @param out standard output
     * @param err standard error
     * @param seconds wall time
     */
    public record Result(int exit, String out, String err, double seconds) {}

    /** The repository's root. */
    public static Path root() {
        return Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .normalize()
                .getParent();
    }

    public Result call(String... arguments) {
        try {
            Path out = Files.createTempFile("millrace", ".out");
            Path err = Files.createTempFile("millrace", ".err");
            List<String> command = new ArrayList<>();
            command.add(root().resolve("scripts/millrace").toString());
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().remove("SPARK_HOME");
            sparkHome.ifPresent(home -> builder.environment().put("SPARK_HOME", home));
            moreClassPath.ifPresent(more -> builder.environment().put("MILLRACE_CLASSPATH", more));
            long start = System.nanoTime();
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("scripts/millrace did not end in 10 minutes");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err), seconds);
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
