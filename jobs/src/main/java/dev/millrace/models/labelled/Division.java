package dev.millrace.models.labelled;

import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.Split;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows, divided into those to learn from and those that judge what was learnt.
 *
 * <p>Rows of a labelled table: a fifth of the entities judges, by a hash, so that a row that judged one model has taught none,
 * and never will. Rows of snapshots: those of the newest date judge, and no row teaches whose outcome was not yet known on that
 * date; inside, models are chosen in the same way on earlier dates.
 *
 * @param training the rows to learn from
 * @param judging the rows that judge
 * @param stakes what is lost for each judging row if it happens; NaN where nobody knows
 * @param splits of the rows to learn from, to choose by; the most telling first
 * @param judgedAsOf date of the snapshots that judge
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
public record Division(
        Sample training, Sample judging, double[] stakes, List<Split> splits, Optional<LocalDate> judgedAsOf) {

    private static final int FOLDS = 4;
    private static final int MOST_DATES = 3;

    public Division {
        splits = List.copyOf(splits);
    }

    /** Rows of a labelled table. */
    static Division byEntity(LabelledSample rows, long seed) {
        Sample training = rows.sample().where(row -> !rows.judges()[row]);
        return new Division(
                training,
                rows.sample().where(row -> rows.judges()[row]),
                rows.stakes(row -> rows.judges()[row]),
                Split.folds(training, FOLDS, seed),
                Optional.empty());
    }

    /** Rows of snapshots whose outcomes are known after so many days. */
    static Division byTime(LabelledSample rows, int horizonDays, long seed) {
        LocalDate[] dates = rows.dates();
        Optional<LocalDate> newest = Arrays.stream(dates).max(Comparator.naturalOrder());
        IntPredicate judges = row -> newest.filter(dates[row]::equals).isPresent();
        IntPredicate teaches = row ->
                newest.filter(date -> isKnown(dates[row], horizonDays, date)).isPresent();
        Sample training = rows.sample().where(teaches);
        List<Split> splits = rolling(rows, teaches, horizonDays);
        return new Division(
                training,
                rows.sample().where(judges),
                rows.stakes(judges),
                splits.isEmpty() ? Split.folds(training, FOLDS, seed) : splits,
                newest);
    }

    private static List<Split> rolling(LabelledSample rows, IntPredicate teaches, int horizonDays) {
        LocalDate[] dates = rows.dates();
        List<LocalDate> choosing = IntStream.range(0, dates.length)
                .filter(teaches)
                .mapToObj(row -> dates[row])
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Split> splits = new ArrayList<>();
        for (LocalDate date : choosing) {
            Sample before = rows.sample().where(row -> isKnown(dates[row], horizonDays, date));
            Sample then = rows.sample().where(row -> dates[row].equals(date));
            if (splits.size() < MOST_DATES && before.hasBothLabels() && then.hasBothLabels()) {
                splits.add(new Split(before, then));
            }
        }
        return splits;
    }

    /** Whether on a day it was known what happened after a snapshot. */
    private static boolean isKnown(LocalDate snapshot, int horizonDays, LocalDate day) {
        return !snapshot.plusDays(horizonDays).isAfter(day);
    }
}
