package dev.millrace.upkeep;

import dev.millrace.storage.CommitTag;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.PreCommit;
import dev.millrace.tables.ops.Publication;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The versions that belong together: what upkeep may not take away, and tells anew where it made new ones. */
final class Publications {

    private final SparkSession session;
    private final DeltaStore store;
    private final Optional<Row> newest;

    Publications(SparkSession session, DeltaStore store) {
        this.session = session;
        this.store = store;
        this.newest =
                store
                        .read(Publication.SPEC)
                        .selectExpr("max_by(struct(data_date, versions), published_at)")
                        .collectAsList()
                        .stream()
                        .filter(row -> !row.isNullAt(0))
                        .map(row -> row.getStruct(0))
                        .findFirst();
    }

    /** The published versions, by table. */
    Map<String, Long> versions() {
        return newest.map(row -> new HashMap<String, Long>(row.getJavaMap(1))).orElseGet(HashMap::new);
    }

    /** Publishes versions that hold the same rows, for the same data date; nothing where none is another. */
    void publishSameRows(Map<String, Long> now, CommitTag tag) {
        if (newest.isPresent() && !now.equals(versions())) {
            Date dataDate = newest.get().getDate(0);
            Row row = RowFactory.create(tag.run(), dataDate, Timestamp.from(Instant.now()), now);
            store.append(
                    Publication.SPEC,
                    session.createDataFrame(List.of(row), Publication.SPEC.schema()),
                    tag,
                    PreCommit.NONE);
        }
    }
}
