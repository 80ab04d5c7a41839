package dev.millrace.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The classes that a run loads, as an archive that JVMs share: a child is up in half the time. Such an archive takes only
 * jars, so that folders of classes become jars first.
 */
public final class ClassArchive {

    private ClassArchive() {}

    /** A command that starts children from an archive, which an undisturbed run of the company makes. */
    public static JavaCommand make(FaultCompany company) throws IOException, InterruptedException {
        Path archive = company.folder().resolve("classes.jsa");
        JavaCommand plain = JavaCommand.plain();
        JavaCommand jars = new JavaCommand(List.of(), jarsOnly(plain.classPath(), company.folder()), List.of());
        Path lake = company.copyNamed("archived");
        try (ChildProcess child = company.child(jars.with("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off"))) {
            child.order(company.order(lake));
            child.exit();
        }
        company.discard(lake);
        return Files.exists(archive) ? jars.with("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off") : plain;
    }

    private static String jarsOnly(String classPath, Path folder) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                entries.add(packed(entry, folder.resolve("classes-" + entries.size() + ".jar")));
            } else if (Files.exists(Path.of(entry))) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String packed(String classes, Path jar) {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        int exit = tool.run(System.out, System.err, "-c", "-0", "-f", jar.toString(), "-C", classes, ".");
        if (exit != 0) {
            throw new IllegalStateException("The classes in " + classes + " cannot be packed.");
        }
        return jar.toString();
    }
}
