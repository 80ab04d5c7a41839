package dev.millrace.job;

import dev.millrace.storage.FileCensus;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.storage.TakenFile;
import dev.millrace.table.SourceSpec;
import dev.millrace.tables.ops.DeliveredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
     * The files that are new, or mended since they could not be read.
     *
     * @throws DataException when a file was changed after it was taken in
     */
    List<LandedFile> newFiles(SourceSpec source, List<LandedFile> landed) {
        if (landed.isEmpty()) {
            return List.of();
        }
        Map<String, TakenFile> taken = register.taken(source, run.from(), run.to());
        List<LandedFile> fresh = new ArrayList<>();
        List<LandedFile> doubtful = new ArrayList<>();
        for (LandedFile file : landed) {
            TakenFile known = taken.get(file.path());
            if (known == null) {
                fresh.add(file);
            } else if (known.bytes() != file.bytes() || known.modified() != file.modified()) {
                (known.status().equals(DeliveredFile.UNREADABLE) ? fresh : doubtful).add(file);
            }
        }
        refuseChanged(source, doubtful, taken);
        return fresh;
    }

    private void refuseChanged(SourceSpec source, List<LandedFile> doubtful, Map<String, TakenFile> taken) {
        List<String> changed = landing.census(doubtful, source).stream()
                .filter(census ->
                        !census.sha256().equals(taken.get(census.file().path()).sha256()))
                .map(census -> census.file().path())
                .toList();
        if (!changed.isEmpty()) {
            throw new DataException("Changed after they were taken in: " + String.join(", ", changed)
                    + ". Their rows are in the tables as they were; nothing was written. Deliver corrections as a new file,"
                    + " or put the file back as it was.");
        }
    }

    /** Counts what files hold. */
    List<FileCensus> census(SourceSpec source, List<LandedFile> files) {
        return landing.census(files, source);
    }
}
