package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.testing.OnPublicDatasets;
import dev.millrace.testing.PublicDataset;
import org.junit.jupiter.api.Test;

/** What is wrong with the public data of series, each with the rule of its mapping that deals with it. */
@OnPublicDatasets
class SeriesDatasetsIT {

    private static final String STORE_ITEM_DEMAND = "store-item-demand";
    private static final String M4 = "m4";
    private static final String INTERMITTENT_DEMAND = "intermittent-demand";
    private static final String AUSTRALIA_TOURISM = "australia-tourism";
    private static final String NAB_TWEETS = "nab-tweets";

    @Test
    void theOneZeroIsADayWithoutASale() {
        PublicDataset data = PublicDataset.of(STORE_ITEM_DEMAND);

        assertEquals(
                "913000|1|47704512",
                data.one(
                        """
                        SELECT count(*), count_if(observed_value = 0), CAST(sum(observed_value) AS BIGINT) FROM
                        silver.series_observation"""));
    }

    @Test
    void everySeriesHasEveryDay() {
        PublicDataset data = PublicDataset.of(STORE_ITEM_DEMAND);

        assertEquals(
                "500|1826|1826",
                data.one(
                        """
                        SELECT count(*), min(days), max(days) FROM (SELECT series_id, count(*) AS days FROM
                        silver.series_observation GROUP BY 1)"""));
    }

    @Test
    void wideRowsOfDifferentLengthAreHours() {
        PublicDataset data = PublicDataset.of(M4);

        assertEquals(
                "353500|19872",
                data.one(
                        """
                        SELECT count_if(attributes['split'] = 'train'), count_if(attributes['split'] = 'test')
                        FROM silver.series_observation"""));
        assertEquals(
                "1981780885.7|145558863.6",
                data.one(
                        """
                        SELECT CAST(sum(observed_value) FILTER (WHERE attributes['split'] = 'train') AS
                        DECIMAL(18, 1)), CAST(sum(observed_value) FILTER (WHERE attributes['split'] = 'test') AS
                        DECIMAL(18, 1)) FROM silver.series_observation"""));
    }

    @Test
    void theFirstColumnNamesTheSeries() {
        PublicDataset data = PublicDataset.of(M4);

        assertEquals(
                "414|605.0",
                data.one(
                        """
                        SELECT count(DISTINCT series_id), min_by(observed_value, observed_ts) FILTER (WHERE
                        series_id = 'H1') FROM silver.series_observation"""));
    }

    @Test
    void theTestGoesOnWhereEachSeriesEnds() {
        PublicDataset data = PublicDataset.of(M4);

        assertEquals(
                "245|169|0",
                data.one(
                        """
                        SELECT count_if(hours = 1008), count_if(hours = 748), count_if(timestampdiff(HOUR, first,
                        last) + 1 <> hours) FROM (SELECT series_id, count(*) AS hours, min(observed_ts) AS first,
                        max(observed_ts) AS last FROM silver.series_observation GROUP BY 1)"""));
    }

    @Test
    void zerosAreCounts() {
        PublicDataset data = PublicDataset.of(INTERMITTENT_DEMAND);

        assertEquals(
                "17544|10250|2012-12-31 23:00:00",
                data.one(
                        """
                        SELECT count(*), count_if(observed_value = 0), string(max(observed_ts)) FROM
                        silver.series_observation"""));
    }

    @Test
    void oneMomentIsThatOfManySeries() {
        PublicDataset data = PublicDataset.of(AUSTRALIA_TOURISM);

        assertEquals(
                "304|80|1724201.618|1547",
                data.one(
                        """
                        SELECT count(DISTINCT series_id), count(DISTINCT observed_ts), CAST(sum(observed_value)
                        AS DECIMAL(18, 3)), count_if(observed_value = 0) FROM silver.series_observation"""));
    }

    @Test
    void theFileTellsTheBrand() {
        PublicDataset data = PublicDataset.of(NAB_TWEETS);

        assertEquals(
                "10|158631|15902|3224439",
                data.one(
                        """
                        SELECT count(DISTINCT series_id), count(*), count(DISTINCT observed_ts),
                        CAST(sum(observed_value) AS BIGINT) FROM silver.series_observation"""));
    }
}
