package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.testing.OnPublicDatasets;
import dev.millrace.testing.PublicDataset;
import org.junit.jupiter.api.Test;

/** What is wrong with the public data of ratings, reviews and complaints, each with the rule of its mapping that deals with it. */
@OnPublicDatasets
class TextDatasetsIT {

    private static final String MOVIELENS_100K = "movielens-100k";
    private static final String SEMEVAL_2014 = "semeval-2014";
    private static final String CHINESE_REVIEWS = "chinese-reviews";
    private static final String ASAP_SAMPLE = "asap-sample";
    private static final String CFPB_COMPLAINTS = "cfpb-complaints";
    private static final String BANKING77 = "banking77";

    @Test
    void titlesAreReadInTheirCharacterSet() {
        PublicDataset data = PublicDataset.of(MOVIELENS_100K);

        assertEquals("Misérables, Les (1995)", data.one("SELECT name FROM silver.product WHERE product_id = '543'"));
    }

    @Test
    void theFilmThatNobodyKnowsHasNoName() {
        PublicDataset data = PublicDataset.of(MOVIELENS_100K);

        assertEquals(
                "1681|null",
                data.one(
                        """
                        SELECT count(name), max(name) FILTER (WHERE product_id = '267') FROM silver.product"""));
    }

    @Test
    void tabsAndBarsSeparate() {
        PublicDataset data = PublicDataset.of(MOVIELENS_100K);

        assertEquals(
                "100000|352986.0|1997-09-20|1998-04-22",
                data.one(
                        """
                        SELECT count(*), sum(rating_value), min(rating_date), max(rating_date) FROM silver.rating"""));
        assertEquals(
                "24|M|technician",
                data.one(
                        """
                        SELECT concat_ws('|', attributes['age'], upper(substr(gender, 1, 1)), occupation) FROM
                        silver.customer WHERE customer_id = '1'"""));
    }

    @Test
    void aDayOfOneDigitIsRead() {
        PublicDataset data = PublicDataset.of(MOVIELENS_100K);

        assertEquals(
                "1681|1971-02-04",
                data.one(
                        """
                        SELECT count(launched_on), max(launched_on) FILTER (WHERE product_id = '1373') FROM
                        silver.product"""));
    }

    @Test
    void thePublishersOwnCountsHold() {
        PublicDataset data = PublicDataset.of(MOVIELENS_100K);

        assertEquals(
                "943|1682|100000",
                data.one(
                        """
                        SELECT max(count) FILTER (WHERE of = 'users'), max(count) FILTER (WHERE of = 'items'),
                        max(count) FILTER (WHERE of = 'ratings') FROM bronze.counts"""));
    }

    @Test
    void termsThatStandAloneAreReadToo() {
        PublicDataset data = PublicDataset.of(SEMEVAL_2014);

        assertEquals(
                "6051|1488|2021",
                data.one(
                        """
                        SELECT count(*), count(DISTINCT review_id) FILTER (WHERE review_id LIKE 'laptop%'),
                        count(DISTINCT review_id) FILTER (WHERE review_id LIKE 'restaurant%') FROM
                        silver.review_aspect WHERE term IS NOT NULL"""));
    }

    @Test
    void conflictIsAPolarity() {
        PublicDataset data = PublicDataset.of(SEMEVAL_2014);

        assertEquals(
                "45|91|195",
                data.one(
                        """
                        SELECT count_if(polarity = 'conflict' AND review_id LIKE 'laptop%'), count_if(polarity =
                        'conflict' AND review_id LIKE 'restaurant%' AND term IS NOT NULL), count_if(polarity =
                        'conflict' AND aspect IS NOT NULL) FROM silver.review_aspect"""));
    }

    @Test
    void categoriesAreThoseOfRestaurantsAlone() {
        PublicDataset data = PublicDataset.of(SEMEVAL_2014);

        assertEquals("3713|5", data.one("SELECT count(aspect), count(DISTINCT aspect) FROM silver.review_aspect"));
    }

    @Test
    void sentencesOfBothFilesAreApart() {
        PublicDataset data = PublicDataset.of(SEMEVAL_2014);

        assertEquals(
                "3041|3045",
                data.one(
                        """
                        SELECT count_if(domain = 'restaurant'), count_if(domain = 'laptop') FROM silver.review"""));
        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.review_aspect LEFT ANTI JOIN silver.review USING (review_id)"""));
    }

    @Test
    void termsStandWhereTheyAreSaidTo() {
        PublicDataset data = PublicDataset.of(SEMEVAL_2014);

        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.review_aspect JOIN silver.review USING (review_id) WHERE
                        substr(review_text, term_start + 1, term_end - term_start) <> term"""));
    }

    @Test
    void aRowWithoutTextIsRejected() {
        PublicDataset data = PublicDataset.of(CHINESE_REVIEWS);

        assertEquals("review_text_missing", data.one("SELECT rule FROM ops.quarantine"));
        assertEquals(
                "7765|11987",
                data.one(
                        """
                        SELECT count_if(domain = 'hotel'), count_if(domain = 'takeaway') FROM silver.review"""));
    }

    @Test
    void textsWithBothLabelsAreConflicts() {
        PublicDataset data = PublicDataset.of(CHINESE_REVIEWS);

        assertEquals(
                "14|7",
                data.one(
                        """
                        SELECT count(*), count(DISTINCT review_text) FROM silver.review WHERE sentiment =
                        'conflict'"""));
        assertEquals(
                "5322|3993",
                data.one(
                        """
                        SELECT count_if(domain = 'hotel' AND sentiment = 'positive'), count_if(domain =
                        'takeaway' AND sentiment = 'positive') FROM silver.review"""));
    }

    @Test
    void charactersThatAreNoLettersAreTakenOut() {
        PublicDataset data = PublicDataset.of(CHINESE_REVIEWS);

        assertEquals(
                "1",
                data.one(
                        """
                        SELECT count(*) FROM bronze.takeaway_reviews WHERE review LIKE concat('%', char(8), '%')"""));
        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.review WHERE review_text LIKE concat('%', char(8), '%') OR
                        review_text LIKE concat('%', decode(unhex('EFBBBF'), 'UTF-8'), '%')"""));
    }

    @Test
    void aspectsNotMentionedAreNoRows() {
        PublicDataset data = PublicDataset.of(ASAP_SAMPLE);

        assertEquals(
                "597|163|345|89",
                data.one(
                        """
                        SELECT count(*), count_if(polarity = 'neutral'), count_if(polarity = 'positive'),
                        count_if(polarity = 'negative') FROM silver.review_aspect"""));
        assertEquals("18", data.one("SELECT count(DISTINCT aspect) FROM silver.review_aspect"));
    }

    @Test
    void theMarkOfByteOrderIsNoPartOfAName() {
        PublicDataset data = PublicDataset.of(ASAP_SAMPLE);

        assertEquals("100|41", data.one("SELECT count(DISTINCT review_id), count_if(stars = 5) FROM silver.review"));
    }

    @Test
    void fieldsKeepTheirLineEnds() {
        PublicDataset data = PublicDataset.of(CFPB_COMPLAINTS);

        assertEquals(
                "6623|602",
                data.one(
                        """
                        SELECT count(*), count_if(narrative LIKE concat('%', char(10), '%')) FROM
                        silver.complaint"""));
    }

    @Test
    void datesWithoutZerosAreDates() {
        PublicDataset data = PublicDataset.of(CFPB_COMPLAINTS);

        assertEquals(
                "2015-04-06|2020-03-19|2020-03-20|6623",
                data.one(
                        """
                        SELECT min(complaint_date), max(complaint_date), max(forwarded_on), count(forwarded_on)
                        FROM silver.complaint"""));
    }

    @Test
    void blanksAreNoValues() {
        PublicDataset data = PublicDataset.of(CFPB_COMPLAINTS);

        assertEquals(
                "5091|6591|9|94",
                data.one(
                        """
                        SELECT count_if(narrative IS NULL), count_if(disputed IS NULL), count_if(disputed),
                        count_if(NOT timely) FROM silver.complaint"""));
    }

    @Test
    void questionsWithLineEndsAreOneRow() {
        PublicDataset data = PublicDataset.of(BANKING77);

        assertEquals(
                "10003|3080",
                data.one(
                        """
                        SELECT count_if(attributes['split'] = 'train'), count_if(attributes['split'] = 'test')
                        FROM silver.complaint"""));
        assertEquals(
                "13|0",
                data.one(
                        """
                        SELECT count_if(text LIKE concat('%', char(10), '%')), count_if(text LIKE concat('%',
                        char(13), '%') OR category LIKE concat('%', char(13), '%')) FROM bronze.questions"""));
        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.complaint WHERE narrative LIKE concat('%', char(10), '%')"""));
    }

    @Test
    void everyIntentIsInTheList() {
        PublicDataset data = PublicDataset.of(BANKING77);

        assertEquals(
                "77|0",
                data.one(
                        """
                        SELECT count(DISTINCT issue), count_if(c.code IS NULL) FROM silver.complaint LEFT JOIN
                        silver.code_label c ON c.code = issue"""));
    }
}
