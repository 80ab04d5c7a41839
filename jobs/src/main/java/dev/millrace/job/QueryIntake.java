package dev.millrace.job;

import dev.millrace.storage.Database;
import dev.millrace.storage.DatabaseSlice;
import dev.millrace.storage.FileCensus;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.TakenFile;
import dev.millrace.storage.Watermark;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What a database holds beyond what was taken in, in the shape of a delivered file: counted there, read here. */
final class QueryIntake {

    private final Database database;
    private final FileRegister register;
    private final RunContext run;

    QueryIntake(Database database, FileRegister register, RunContext run) {
        this.database = database;
        this.register = register;
        this.run = run;
    }

    /**
     * A slice that is to be taken in.
     *
     * @param slice between which watermarks
     * @param census its name and count
     * @param days the days that its rows may lie on
     * @param deliveries its rows
     */
    record Wanted(DatabaseSlice slice, FileCensus census, DaySet days, List<Delivery> deliveries) {}

    /** The rows above the watermark that the newest commit of bronze names; empty where there are none. */
    Optional<Wanted> wanted(SourceSpec source) {
        Watermark above = register.newest(source)
                .map(TakenFile::file)
                .map(name -> Watermark.parse(name.substring(name.indexOf('@') + 1)))
                .orElse(null);
        return database.after(above, run.to()).map(slice -> wanted(source, slice));
    }

    private Wanted wanted(SourceSpec source, DatabaseSlice slice) {
        String name = source.name() + "@" + slice.upTo().text();
        LandedFile file = new LandedFile(name, name, slice.lastDay(), 0, 0);
        FileCensus census = new FileCensus(file, "", "", slice.rows(), null);
        Delivery delivery =
                new Delivery(source.deliveredNames(), List.of(name), database.rows(slice, name), slice.rows());
        return new Wanted(slice, census, days(slice), List.of(delivery));
    }

    private static DaySet days(DatabaseSlice slice) {
        return switch (slice.upTo().kind()) {
            case NUMBER -> DaySet.of(List.of(slice.lastDay()));
            case MOMENT, DAY -> slice.above() == null
                    ? DaySet.ALL
                    : DaySet.between(slice.above().day(), slice.lastDay());
        };
    }

    /** Stops where rows changed while they were read, so that the count does not hold. */
    void requireUnchanged(Wanted wanted) {
        long now = database.count(wanted.slice().above(), wanted.slice().upTo());
        if (now != wanted.slice().rows()) {
            throw new UncheckedIOException(
                    new IOException("Rows of " + wanted.census().file().path()
                            + " changed while they were read: " + wanted.slice().rows() + " before, " + now
                            + " after. Nothing was taken in; run again, or keep further behind with jdbc.lag."));
        }
    }
}
