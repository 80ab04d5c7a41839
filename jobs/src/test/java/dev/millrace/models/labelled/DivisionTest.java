package dev.millrace.models.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.Split;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DivisionTest {

    private static final int A_DATE = 10;

    /** Rows whose only feature is the month of their snapshot; every other one has label 1. */
    private static LabelledSample snapshots(String... dates) {
        int rows = dates.length * A_DATE;
        Object[][] values = new Object[rows][];
        double[] labels = new double[rows];
        LocalDate[] days = new LocalDate[rows];
        double[] stakes = new double[rows];
        for (int i = 0; i < rows; i++) {
            days[i] = LocalDate.parse(dates[i / A_DATE]);
            values[i] = new Object[] {(double) days[i].getMonthValue()};
            labels[i] = i % 2;
            stakes[i] = i;
        }
        return new LabelledSample(
                new Sample(List.of(Feature.numeric("month")), values, labels), new boolean[rows], days, stakes);
    }

    private static String months(Sample sample) {
        return new TreeSet<>(Arrays.stream(sample.values())
                        .map(row -> ((Double) row[0]).intValue())
                        .toList())
                .toString();
    }

    private static List<String> months(Division division) {
        return division.splits().stream()
                .flatMap(split -> Stream.of(months(split.training()) + " then " + months(split.validation())))
                .toList();
    }

    @Test
    void theNewestDateJudgesAndNoOutcomeReachesIntoIt() {
        Division division = Division.byTime(
                snapshots("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"), 61, 1);

        assertEquals(Optional.of(LocalDate.parse("2024-06-01")), division.judgedAsOf());
        assertEquals("[6]", months(division.judging()));
        assertEquals(
                "[1, 2, 3, 4]", months(division.training()), "the 61 days from April 1 are over when June 1 begins");
        assertEquals(A_DATE, division.stakes().length);
        assertEquals(5 * A_DATE, division.stakes()[0], "stakes are those of the rows that judge");
    }

    @Test
    void aHorizonOfOneDayMoreTakesADateAway() {
        Division division = Division.byTime(snapshots("2024-04-01", "2024-06-01"), 62, 1);
        assertEquals(0, division.training().size());
    }

    @Test
    void modelsAreChosenOnLaterDatesThanTheyLearnFrom() {
        Division division = Division.byTime(
                snapshots("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"), 28, 1);

        assertEquals(
                List.of("[1, 2, 3, 4] then [5]", "[1, 2, 3] then [4]", "[1, 2] then [3]"),
                months(division),
                "the newest first, three at most");
    }

    @Test
    void withTooFewDatesModelsAreChosenByFolds() {
        Division division = Division.byTime(snapshots("2024-01-01", "2024-03-01"), 50, 1);

        assertEquals("[1]", months(division.training()));
        assertEquals(4, division.splits().size());
        assertTrue(division.splits().stream().map(Split::validation).allMatch(rows -> months(rows)
                .equals("[1]")));
    }

    @Test
    void nothingIsDividedIntoNothing() {
        Division division = Division.byTime(snapshots(), 28, 1);
        assertEquals(Optional.empty(), division.judgedAsOf());
        assertEquals(0, division.training().size() + division.judging().size());
    }
}
