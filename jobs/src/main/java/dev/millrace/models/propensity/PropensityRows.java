package dev.millrace.models.propensity;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Feature;
import dev.millrace.tables.ops.ModelVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What was trained and watched for a problem, as rows of tables. */
final class PropensityRows {

    private static final int CENTS = 4;
    private static final int PARTS = 6;

    private final String problem;

    PropensityRows(String problem) {
        this.problem = problem;
    }

    /** The row of {@link ModelVersion}. */
    Row model(TrainedModel trained, LocalDate asOf) {
        ClassifierModel model = trained.model();
        return RowFactory.create(
                problem,
                trained.version(),
                Date.valueOf(asOf),
                model.kind(),
                model.hyperparameters(),
                model.calibration().method(),
                trained.trainingRows(),
                trained.trainingPositives(),
                trained.judgedAsOf().map(Date::valueOf).orElse(null),
                (long) trained.test().labels().length,
                trained.promoted() ? ModelVersion.CHAMPION : ModelVersion.REJECTED,
                trained.reason(),
                model.features().stream().map(Feature::name).toArray(String[]::new),
                trained.drivers().toArray(new String[0]),
                trained.notes().toArray(new String[0]),
                model.toJson(),
                trained.reference().toJson());
    }

    /** Rows of {@link dev.millrace.tables.ops.Evaluation}. */
    List<Row> evaluations(TrainedModel trained) {
        return trained.measures().entrySet().stream()
                .map(measure -> RowFactory.create(
                        problem,
                        trained.version(),
                        measure.getKey(),
                        measure.getValue().value(),
                        measure.getValue().interval().low(),
                        measure.getValue().interval().high(),
                        measure.getValue().baseline(),
                        measure.getValue().champion().orElse(null)))
                .toList();
    }

    /** Rows of {@link dev.millrace.tables.gold.SaveListBacktest}. */
    List<Row> backtest(TrainedModel trained, double successRate) {
        long entities = trained.test().labels().length;
        long happened = Arrays.stream(trained.test().labels())
                .filter(label -> label > 0)
                .count();
        return trained.lists().stream()
                .map(list -> RowFactory.create(
                        problem,
                        trained.version(),
                        list.list(),
                        trained.judgedAsOf().map(Date::valueOf).orElse(null),
                        entities,
                        happened,
                        (long) list.contacted(),
                        list.caught(),
                        decimal(successRate, PARTS),
                        decimal(list.reduction(), PARTS),
                        decimal(list.interval().low(), PARTS),
                        decimal(list.interval().high(), PARTS),
                        decimal(list.byChance(), PARTS),
                        list.kept().map(kept -> decimal(kept, CENTS)).orElse(null),
                        decimal(list.cost(), CENTS),
                        profit(list.kept(), list.cost()),
                        profit(list.keptByChance(), list.cost())))
                .toList();
    }

    private static BigDecimal profit(Optional<Double> kept, double cost) {
        return kept.map(value -> decimal(value - cost, CENTS)).orElse(null);
    }

    /** Rows of {@link dev.millrace.tables.ops.Drift}. */
    List<Row> drift(String version, List<DriftWatch.Watched> watched) {
        return watched.stream()
                .map(each -> RowFactory.create(
                        problem,
                        version,
                        Date.valueOf(each.asOf()),
                        each.kind(),
                        each.name(),
                        each.value(),
                        each.expected(),
                        each.rows(),
                        each.level()))
                .toList();
    }

    private static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    }
}
