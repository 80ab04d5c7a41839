package dev.millrace.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child JVM is started.
 *
 * @param before what stands before java, such as a shell that sets limits
 * @param classPath its class path
 * @param options options of the JVM beyond the usual ones
 */
public record JavaCommand(List<String> before, String classPath, List<String> options) {

    public JavaCommand {
        before = List.copyOf(before);
        options = List.copyOf(options);
    }

    /** As this JVM was started. */
    public static JavaCommand plain() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new JavaCommand(List.of(), classPath, List.of());
    }

    /** With more options. */
    public JavaCommand with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new JavaCommand(before, classPath, all);
    }

    /** The whole command for a class; few rows go through it, so that the first compiler and one collector do. */
    public List<String> of(Class<?> main) {
        String base = System.getProperty("basedir", ".");
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dbasedir=" + base,
                "-Dlog4j2.configurationFile=" + Path.of(base, "..", "conf", "log4j2.properties"),
                "@" + Path.of(base, "src", "main", "jvm", "spark.options")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        return command;
    }
}
