package dev.millrace.upkeep;

import dev.millrace.storage.StoredFile;
import dev.millrace.storage.TableLog;
import dev.millrace.table.Layer;
import java.util.List;

/**
 * A table as the doctor has it before him.
 *
 * @param id layer and name, such as {@code gold/kpi_day}
 * @param layer its layer
 * @param log what its log says
 * @param files the data files in its folder
 * @param orphans those of them that hold rows and that no version names
 */
record TableCase(String id, Layer layer, TableLog log, List<StoredFile> files, List<StoredFile> orphans) {

    /** How to come by the table again when it is lost in whole or part. */
    String remedy() {
        return switch (layer) {
            case BRONZE -> "Restore the table's folder from a backup. Without one, move the lake aside and take everything in"
                    + " anew: 'millrace run CONFIG' over all days of delivery.";
            case OPS -> "Restore the table's folder from a backup. Without one, move the lake aside and take everything in"
                    + " anew: what was taken in is recorded here.";
            case SILVER,
                    FEATURE,
                    SCORE,
                    GOLD -> "Move the table's folder out of the lake and run 'millrace run CONFIG' again:"
                    + " the table is made anew from its inputs.";
        };
    }

    long bytes() {
        return log.active().values().stream().mapToLong(Long::longValue).sum();
    }
}
