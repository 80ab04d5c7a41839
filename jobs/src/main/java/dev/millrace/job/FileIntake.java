package dev.millrace.job;

import static java.util.stream.Collectors.joining;

import dev.millrace.storage.FileCensus;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.storage.TakenFile;
import dev.millrace.table.ChangedFiles;
import dev.millrace.table.SourceSpec;
import dev.millrace.tables.ops.DeliveredFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the delivered files of a source that no run has taken in, and counts what they hold. */
final class FileIntake {

    private final LandingZone landing;
    private final FileRegister register;
    private final RunContext run;

    FileIntake(LandingZone landing, FileRegister register, RunContext run) {
        this.landing = landing;
        this.register = register;
        this.run = run;
    }

    /**
     * The files to take in.
     *
     * @param files new ones, those that are mended since they could not be read, and those that take the place of what they gave
     * @param replaced the paths of the latter
     */
    record Wanted(List<LandedFile> files, Set<String> replaced) {}

    /**
     * The files that are new, changed where the source allows it, or tried again.
     *
     * @param again paths of files to take in anew
     * @throws DataException when a file was changed after it was taken in, or one to be tried again is gone
     */
    Wanted wanted(SourceSpec source, List<LandedFile> landed, Set<String> again) {
        Set<String> gone = new TreeSet<>(again);
        landed.forEach(file -> gone.remove(file.path()));
        if (!gone.isEmpty()) {
            throw new DataException("No longer in the landing folder: " + String.join(", ", gone)
                    + ". Rows of these files cannot be tried again; nothing was written. Deliver the files once more, or"
                    + " narrow the replay.");
        }
        Map<String, TakenFile> taken = landed.isEmpty() ? Map.of() : register.taken(source, run.from(), run.to());
        List<LandedFile> wanted = new ArrayList<>();
        List<LandedFile> doubtful = new ArrayList<>();
        for (LandedFile file : landed) {
            TakenFile known = taken.get(file.path());
            if (known == null) {
                wanted.add(file);
            } else if (known.bytes() != file.bytes() || known.modified() != file.modified()) {
                (known.status().equals(DeliveredFile.UNREADABLE) ? wanted : doubtful).add(file);
            } else if (again.contains(file.path())) {
                wanted.add(file);
            }
        }
        wanted.addAll(changed(source, doubtful, taken, again));
        Set<String> replaced = new HashSet<>();
        wanted.stream().map(LandedFile::path).filter(taken::containsKey).forEach(replaced::add);
        return new Wanted(wanted, replaced);
    }

    private List<LandedFile> changed(
            SourceSpec source, List<LandedFile> doubtful, Map<String, TakenFile> taken, Set<String> again) {
        List<LandedFile> changed = landing.census(doubtful, source).stream()
                .filter(census ->
                        !census.sha256().equals(taken.get(census.file().path()).sha256()))
                .map(FileCensus::file)
                .toList();
        if (!changed.isEmpty() && source.changedFiles() == ChangedFiles.REFUSE) {
            throw new DataException("Changed after they were taken in: "
                    + changed.stream().map(LandedFile::path).collect(joining(", "))
                    + ". Their rows are in the tables as they were; nothing was written. Deliver corrections as a new file,"
                    + " put the file back as it was, or set sources." + source.name()
                    + ".changed-files = replace to let newer versions take the place of older ones.");
        }
        return doubtful.stream()
                .filter(file -> changed.contains(file) || again.contains(file.path()))
                .toList();
    }

    /** Counts what files hold. */
    List<FileCensus> census(SourceSpec source, List<LandedFile> files) {
        return landing.census(files, source);
    }
}
