package dev.millrace.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The clock was wrong when the first days were taken in and has been put right since: all that the lake holds, down to its
 * commits and its publication, is from the future or from long ago.
 */
public final class ClockTurnedBack implements Fault {

    private static final String PUBLICATION = "ops/publication";

    private final List<Duration> shifts;

    /** How far from now the lake was made. */
    public ClockTurnedBack(List<Duration> shifts) {
        this.shifts = List.copyOf(shifts);
    }

    @Override
    public String kind() {
        return "clock turned back or forth";
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) throws IOException {
        for (Duration shift : shifts) {
            results.accept(shifted(company, shift));
        }
    }

    private FaultResult shifted(FaultCompany company, Duration shift) throws IOException {
        Path lake = company.copyNamed("shifted");
        publishedAt(company, lake, shift);
        touch(lake, Instant.now().plus(shift));
        String name = "lake made " + shift.toHours() + " h from now";
        FaultResult result = company.rerun(kind(), name, lake, "");
        long published = publications(company, lake).count();
        if (!result.isBad() && (published != 2 || !newestIsTheLatest(company, lake))) {
            String note = published + " publications; the newest is not the latest.";
            result = new FaultResult(kind(), name, FaultResult.Outcome.DIFFERENT, 0, 0, result.seconds(), note);
        }
        company.discard(lake);
        return result;
    }

    private static Dataset<Row> publications(FaultCompany company, Path lake) {
        return company.session()
                .read()
                .format("delta")
                .load(lake.resolve(PUBLICATION).toString());
    }

    private static boolean newestIsTheLatest(FaultCompany company, Path lake) {
        return publications(company, lake)
                .selectExpr("max_by(versions, published_at)['silver/order_line'] = max(versions['silver/order_line'])")
                .first()
                .getBoolean(0);
    }

    /** As if the clock had stood elsewhere when the lake was published. */
    private static void publishedAt(FaultCompany company, Path lake, Duration shift) {
        company.session()
                .sql("UPDATE delta.`" + lake.resolve(PUBLICATION) + "` SET published_at = published_at + INTERVAL "
                        + shift.toHours() + " HOURS");
    }

    private static void touch(Path lake, Instant moment) throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            files.forEach(file -> {
                try {
                    Files.setLastModifiedTime(file, FileTime.from(moment));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
